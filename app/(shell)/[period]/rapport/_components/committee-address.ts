/** A page of one committee's report, such as `/2023-12/rapport/udgaver?udvalg=BIU`, with what else its address says. */
export interface CommitteeAddress<Word extends string = never> {
  params: Promise<{ period: string }>;
  searchParams: Promise<Partial<Record<'udvalg' | Word, string | string[]>>>;
}

/** What the address says under a word; null where it says nothing or several things. */
export function saidOnce(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** What a window of the page bears: `title`, and the committee that it is of. */
export async function titleOfCommittee(title: string, { searchParams }: Pick<CommitteeAddress, 'searchParams'>) {
  const committee = saidOnce((await searchParams).udvalg);
  return { title: committee === null ? title : `${title} ${committee}` };
}
