/** A view of a list that was saved by name. */
export interface NamedView {
  id: number;
  name: string;
  /** The list's part of the address. */
  address: string;
  isShared: boolean;
  /** Only one's own can be changed. */
  isOwn: boolean;
  /** Whose it is. */
  owner: string;
}

/** Keeps the views of a list. What it refuses, it answers in words; null: it is done. */
export interface ViewKeeper {
  list: () => Promise<readonly NamedView[]>;
  /** Saves under a name; one's own of that name is replaced. */
  save: (view: { name: string; address: string; isShared: boolean }) => Promise<string | null>;
  change: (id: number, view: { name: string; isShared: boolean }) => Promise<string | null>;
  remove: (id: number) => Promise<string | null>;
  /** Parameters of the page's own that belong to a view too. */
  parameters?: readonly string[];
}
