// A page may let markup and code into itself only where it is marked as somebody's (Trusted Types). What is made here is marked as ours.

interface Policy {
  createHTML: (markup: string) => string;
}
interface Types {
  createPolicy: (
    name: string,
    rules: { createHTML?: (markup: string) => string; createScriptURL?: (address: string) => string | null },
  ) => Policy;
}
const types = (globalThis as { trustedTypes?: Types }).trustedTypes;

function policy(): Policy | undefined {
  try {
    return types?.createPolicy('shanhai', { createHTML: (markup) => markup });
  } catch {
    // A host that names its policies has not named ours: what it refuses then is said where it is missed.
    return undefined;
  }
}
const ours = policy();

/** Markup that the atlas has made itself, with all that came from outside escaped. */
export const trusted = (markup: string): string => ours?.createHTML(markup) ?? markup;

/** Lets workers start from the atlas's own origin: MapLibre hands over the address of its own as plain text. For pages of ours alone. */
export function trustOwnWorkers(): void {
  const own = (address: string) => new URL(address, location.href).origin === location.origin;
  try {
    types?.createPolicy('default', { createScriptURL: (address) => (own(address) ? address : null) });
  } catch {
    // There is such a policy already, or the host allows none.
  }
}
