/** What may be asked of the library from outside; whatever else it knows is not reachable. */
export interface Entrance {
  method: 'GET' | 'POST';
  /** What is passed on of the body. */
  fields: readonly string[];
  needsSession: boolean;
  /** Whether it can be used to guess a password or a code. */
  isGuarded: boolean;
  signsIn: boolean;
}

const entrance = (fields: readonly string[], rest: Partial<Entrance> = {}): Entrance => ({
  method: 'POST',
  fields,
  needsSession: false,
  isGuarded: false,
  signsIn: false,
  ...rest,
});
const OWN = { needsSession: true, isGuarded: true };

/** The addresses below /api/auth. */
export const ENTRANCES: Record<string, Entrance> = {
  '/sign-in/email': entrance(['email', 'password'], { isGuarded: true, signsIn: true }),
  '/sign-in/demo': entrance(['personId'], { signsIn: true }),
  '/two-factor/verify-totp': entrance(['code'], { signsIn: true }),
  '/two-factor/verify-backup-code': entrance(['code'], { signsIn: true }),
  '/oidc/start': entrance([], { method: 'GET' }),
  '/oidc/callback': entrance([], { method: 'GET', signsIn: true }),
  '/sign-out': entrance([]),
  '/change-password': entrance(['currentPassword', 'newPassword'], OWN),
  '/two-factor/enable': entrance(['password'], OWN),
  '/two-factor/disable': entrance(['password'], OWN),
  '/two-factor/generate-backup-codes': entrance(['password'], OWN),
};
