/** Many at once are judged one by one: what one was refused for, as if it had been alone. */
export function refusalIn(result: { ok: boolean; value?: { refused: readonly { problem: object }[] } }): unknown {
  const [stopped] = result.value?.refused ?? [];
  return stopped ? { ok: false, problems: [stopped.problem] } : result;
}
