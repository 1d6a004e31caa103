'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type AttachmentTarget, LARGEST_DOCUMENT } from '#lib/domain/attachment.ts';
import type { Problem } from '#lib/services/context.ts';
import { findUnreadable, sendUpload, UploadError } from '../../../_components/send-upload.ts';

/** A document on its way. */
export interface Upload {
  key: number;
  name: string;
  /** Bytes. */
  sent: number;
  total: number;
  /** Why it was not taken; null while it is on its way. */
  problem: Problem | null;
}

type Answer = { ok: true } | { ok: false; problems: Problem[] };

/** One after the other would be slow for many small ones, all at once for large ones. */
const AT_ONCE = 3;

/** Documents on their way, each by itself: one that is refused keeps no other back. */
export function useUploads(): {
  uploads: readonly Upload[];
  /** How many have arrived since the page was opened. */
  arrived: number;
  isBusy: boolean;
  send: (files: readonly File[], target: AttachmentTarget) => void;
  cancel: (key: number) => void;
  dismiss: (key: number) => void;
} {
  const router = useRouter();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [arrived, setArrived] = useState(0);
  const lastKey = useRef(0);
  const waiting = useRef<(() => Promise<void>)[]>([]);
  const running = useRef(0);
  const aborts = useRef(new Map<number, AbortController>());

  // What is under way when one leaves the page is given up; what has arrived stays.
  useEffect(() => {
    const open = aborts.current;
    return () => {
      waiting.current = [];
      for (const abort of open.values()) abort.abort();
    };
  }, []);

  const change = (key: number, changed: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  const dismiss = (key: number) => setUploads((all) => all.filter((one) => one.key !== key));

  async function sendOne(key: number, file: File, target: AttachmentTarget) {
    const abort = aborts.current.get(key);
    if (!abort || abort.signal.aborted) return dismiss(key);
    const form = new FormData();
    form.set('target', JSON.stringify(target));
    form.set('file', file);
    try {
      const show = (sent: number, total: number) => change(key, { sent, total });
      const answer = await sendUpload<Answer>('/api/documents', form, show, abort.signal);
      if (!answer.ok) return change(key, { problem: answer.problems[0] ?? toProblem('document-not-sent') });
      dismiss(key);
      setArrived((count) => count + 1);
      router.refresh();
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      if (error.failure === 'cancelled') return dismiss(key);
      const [unreadable] = await findUnreadable([file]);
      const gone = unreadable === undefined ? null : toProblem('file-changed-on-disk', { name: unreadable });
      change(key, { problem: gone ?? toProblem('document-not-sent') });
    } finally {
      aborts.current.delete(key);
    }
  }

  async function work() {
    if (running.current >= AT_ONCE) return;
    running.current += 1;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) await next();
    running.current -= 1;
  }

  function send(files: readonly File[], target: AttachmentTarget) {
    const added = files.map((file) => {
      lastKey.current += 1;
      const isTooLarge = file.size > LARGEST_DOCUMENT;
      const problem = isTooLarge ? toProblem('document-too-large', { name: file.name }) : null;
      return { file, upload: { key: lastKey.current, name: file.name, sent: 0, total: file.size, problem } };
    });
    setUploads((all) => [...all, ...added.map(({ upload }) => upload)]);
    for (const { file, upload } of added) {
      if (upload.problem !== null) continue;
      aborts.current.set(upload.key, new AbortController());
      waiting.current.push(() => sendOne(upload.key, file, target));
      void work();
    }
  }

  return {
    uploads,
    arrived,
    isBusy: uploads.some(({ problem }) => problem === null),
    send,
    cancel: (key) => aborts.current.get(key)?.abort(),
    dismiss,
  };
}

function toProblem(code: string, params: Problem['params'] = {}): Problem {
  return { path: '', code, params };
}
