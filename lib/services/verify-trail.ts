import path from 'node:path';
import { DATABASE } from '#lib/db/backup.ts';
import { readHead, type TrailHead, type TrailVerdict, verifyTrail } from '#lib/db/verify-trail.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { trailHead } from '#lib/schemas/trail.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/**
 * Goes through the whole trail; `kept` is a head as it was noted elsewhere at some earlier time (the text of the file),
 * or null. Takes some seconds per million events, and the process does nothing else meanwhile.
 */
export function checkTrail({ store, actor }: Context, kept: string | null): Result<TrailVerdict> {
  if (!may(actor, 'seeTrail', EVERYWHERE)) return refused([problem('not-allowed')]);
  const head = kept === null ? done(null) : parseInput(trailHead, readJson(kept));
  if (!head.ok) return refused([problem('no-head')]);
  return done(verifyTrail(path.join(store.folder, DATABASE), head.value));
}

/** Where the trail ends now: to be kept where nobody who can reach the database can reach it. */
export function getTrailHead({ store, actor }: Context): Result<TrailHead> {
  if (!may(actor, 'seeTrail', EVERYWHERE)) return refused([problem('not-allowed')]);
  return done(readHead(path.join(store.folder, DATABASE)));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
