/** The id of a comment on its account's page: a mention leads there by the time at which both were made, ISO text. */
export function commentAnchor(at: string): string {
  return `kommentar-${at.replaceAll(/\D/g, '')}`;
}
