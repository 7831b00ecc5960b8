/** What a publisher sets for an edition of its own. Nothing here is a secret, and nothing is fetched from anywhere. */
export const CONFIG: {
  /** Map approval number (审图号) of this very drawing, printed on screen and in every export; null prints the schematic notice instead. Never another map's number. */
  mapApproval: string | null;
} = {
  mapApproval: null,
};
