/** The person who acts. Every use case takes one. */
export interface Actor {
  personId: string;
  name: string;
  initials: string;
}
