/** What stands for a bigint in JSON: no text that anybody types is an object. */
const TAG = '$bigint';

/** JSON that keeps amounts in øre apart from texts, for pages of our own; read by readTagged. */
export function writeTagged(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? { [TAG]: part.toString() } : part));
}

/** What writeTagged wrote, with its amounts. The shape is the writer's to answer for. */
export function readTagged(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !(TAG in part)) return part;
    return BigInt(String(part[TAG]));
  });
}
