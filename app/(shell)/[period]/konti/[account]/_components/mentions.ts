/** A stretch of a comment. */
interface Stretch {
  key: string;
  part: string;
  isMention: boolean;
}

/** The text cut where one of `names` is mentioned (`@Demo Godkender`); of names that begin alike the longest counts. */
export function findMentions(text: string, names: readonly string[]): Stretch[] {
  const longestFirst = names.toSorted((left, right) => right.length - left.length);
  const stretches: Stretch[] = [];
  const add = (part: string, isMention: boolean) => {
    if (part !== '') stretches.push({ key: String(stretches.length), part, isMention });
  };
  let rest = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = longestFirst.find((one) => one !== '' && text.startsWith(one, at + 1));
    if (name === undefined) continue;
    add(text.slice(rest, at), false);
    rest = at + 1 + name.length;
    add(text.slice(at, rest), true);
  }
  add(text.slice(rest), false);
  return stretches;
}

/** What is typed after the `@` before the caret: where it begins and so far; null where no name is being typed. */
export function findTypedName(text: string, caret: number): { at: number; typed: string } | null {
  const match = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(text.slice(0, caret));
  if (match?.[1] === undefined) return null;
  return { at: caret - match[1].length - 1, typed: match[1] };
}
