import { problem, type Problem } from './problem.ts';

/** Splits `2021/2025`, `2023-06` or `2021/` into its first and last date; null stands for an open end. */
export function parsePeriod(period: string | null): { from: string | null; to: string | null } {
  if (period === null) return { from: null, to: null };
  const [from, to] = period.split('/');
  return { from: from || null, to: to === undefined ? from || null : to || null };
}

export function checkPeriod(period: string | null, at: string, problems: Problem[]): void {
  const { from, to } = parsePeriod(period);
  checkDate(from, at, problems);
  if (to !== from) checkDate(to, at, problems);
  // ISO prefixes compare as text; an end of 2023 covers 2023-06, so only the shared length counts.
  if (from && to && from.slice(0, to.length) > to.slice(0, from.length)) {
    problems.push(problem('reversed', at, `period ${period} is reversed`, { words: `${to}/${from}` }));
  }
}

/** A date of the right form may still not exist: 2023-13, 2023-02-30. */
export function checkDate(date: string | null, at: string, problems: Problem[]): void {
  if (date === null) return;
  const [year, month = '01', day = '01'] = date.split('-');
  const read = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // JavaScript moves 30 February on into March.
  if (Number.isNaN(read.getTime()) || read.getUTCMonth() + 1 !== Number(month))
    problems.push(problem('date', at, `there is no date ${date}`));
}

/**
 * The period that a text which counts by the year can speak of, where the one given runs on after its printing; otherwise null.
 * A five-year plan counts as done once its text sums it up. Of a text without a month of printing nothing can be told.
 */
export function unfinished(period: string | null, printed: string): string | null {
  const { from, to } = parsePeriod(period);
  const month = printed.slice(0, 7);
  if (!from || !to || month.length < 7) return null;
  const isPlan = /^\d{3}[16]$/.test(from) && to === String(Number(from) + 4);
  const last = to.length === 4 ? `${to}-12` : to.slice(0, 7);
  return isPlan || last <= month || from.slice(0, 7) > month ? null : `${from}/${month}`;
}

/** A printed count of years stands beside a period whose two years it fits: 2016 to 2023 are seven years or eight. */
export function checkYears(
  { period, years }: { period: string | null; years?: number | undefined },
  at: string,
  problems: Problem[],
): void {
  if (years === undefined) return;
  const { from, to } = parsePeriod(period);
  const apart = from && to ? Number(to.slice(0, 4)) - Number(from.slice(0, 4)) : null;
  if (apart === null || years < apart || years > apart + 1)
    problems.push(problem('years', at, `${years} years do not fit the period ${period ?? 'left out'}`));
}
