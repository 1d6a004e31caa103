'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { tellApart } from '#lib/format/tell-apart.ts';
import type { ImportKind } from '#lib/import/types.ts';
import type { MappingContent } from '#lib/schemas/mapping.ts';
import type { RuleRun } from '#lib/services/apply-rules.ts';
import type { Problem } from '#lib/services/context.ts';
import type { ImportAnswer, ImportView } from '#lib/services/describe-import.ts';
import { findUnreadable, sendUpload, UploadError } from '../../_components/send-upload.ts';
import { type LargeStage, useLargeFiles } from './use-large-files.ts';

/** How a file's columns are to be read, where a person said so. */
export interface FileMapping {
  /** The profile that says so; '': none does. */
  name: string;
  content: MappingContent;
  /** As the user sees it, from 1; null: to be found. */
  headerRow: number | null;
}

export interface ChosenFile {
  file: File;
  kind: ImportKind | 'auto';
  mapping: FileMapping | null;
}

interface Choices {
  period: string;
  /** null: as the columns themselves say. */
  amounts: 'da' | 'en' | null;
  overwrite: boolean;
  /** Whether lines of the same account are added up in large files. */
  sumLines: boolean;
  /** Why a balance is to be stored that does not sum to 0; '': it is not. */
  balanceReason: string;
}

const NO_CHOICES = { amounts: null, overwrite: false, sumLines: false, balanceReason: '' } as const;

/** Where an import has got to. */
export type Step =
  | { name: 'choosing'; isCancelled: boolean }
  | { name: 'working'; task: 'preview' | 'store'; sent: number; total: number; large: LargeStage | null }
  | { name: 'previewed'; view: ImportView; digest: string; hasChanged: boolean }
  | { name: 'stored'; view: ImportView; importId: number; rules: readonly RuleRun[] };

export interface Import {
  files: readonly ChosenFile[];
  choices: Choices;
  step: Step;
  problems: readonly Problem[];
  addFiles: (files: readonly File[]) => void;
  removeFile: (name: string) => void;
  setKind: (name: string, kind: ChosenFile['kind']) => void;
  /** Says how a file's columns are to be read and asks again; null: by its headings. */
  setMapping: (name: string, mapping: FileMapping | null) => Promise<void>;
  choose: (choices: Partial<Choices>) => void;
  /** Asks what the files would change, with other choices where they are given. */
  preview: (choices?: Partial<Choices>) => Promise<void>;
  store: () => Promise<void>;
  cancel: () => void;
  restart: () => void;
}

const CHOOSING: Step = { name: 'choosing', isCancelled: false };
const NONE: readonly Problem[] = [];

/**
 * An import from the first file to what was stored. The server keeps nothing between preview and store but large files
 * (use-large-files.ts): the others are sent again. Whatever is changed puts an end to the preview, which no longer says what would happen.
 */
export function useImport(
  period: string,
  findProblems: (files: readonly ChosenFile[]) => Problem[],
  isLarge: (file: File) => boolean,
): Import {
  const router = useRouter();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [choices, setChoices] = useState<Choices>({ period, ...NO_CHOICES });
  const [step, setStep] = useState<Step>(CHOOSING);
  const [problems, setProblems] = useState<readonly Problem[]>(NONE);
  const abort = useRef<AbortController | null>(null);
  const large = useLargeFiles();

  function change(next: readonly ChosenFile[]) {
    setFiles(next);
    setStep(CHOOSING);
    setProblems(NONE);
  }

  /** Sends the files. null: there is no answer, and the problems say why. */
  async function send(task: 'preview' | 'store', chosen: Choices, digest: string, sent: readonly ChosenFile[]) {
    const controller = new AbortController();
    abort.current = controller;
    const form = new FormData();
    form.set('period', chosen.period);
    form.set('digest', digest);
    form.set('overwrite', String(chosen.overwrite));
    if (chosen.amounts) form.set('amounts', chosen.amounts);
    form.set('balanceReason', chosen.balanceReason);
    for (const { file, kind, mapping } of sent) {
      if (isLarge(file)) continue;
      form.append('file', file);
      form.append('kind', kind);
      form.append('mapping', mapping === null ? '' : JSON.stringify(mapping));
    }
    const working = { name: 'working', task, large: null } as const;
    const show = (bytes: number, total: number) => setStep({ ...working, sent: bytes, total });
    show(0, 0);
    try {
      const choices = { periodId: chosen.period, amounts: chosen.amounts, sumLines: chosen.sumLines };
      const showStage = (stage: LargeStage) => setStep({ ...working, sent: 0, total: 0, large: stage });
      const prepared = await large.prepare(
        sent.filter(({ file }) => isLarge(file)),
        choices,
        showStage,
        controller.signal,
      );
      if (!prepared.ok) return prepared;
      for (const id of prepared.ids) form.append('upload', id);
      show(0, 0);
      return await sendUpload<ImportAnswer>(`/api/import/${task}`, form, show, controller.signal);
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      const isCancelled = error.failure === 'cancelled';
      setStep({ name: 'choosing', isCancelled });
      setProblems(isCancelled ? NONE : await explain(error, sent));
      return null;
    }
  }

  async function preview(changed: Partial<Choices> = {}, hasChanged = false, sent = files) {
    const chosen = { ...choices, ...changed };
    setChoices(chosen);
    const found = findProblems(sent);
    setProblems(found.length === 0 ? NONE : found);
    if (found.length > 0) return setStep(CHOOSING);
    const answer = await send('preview', chosen, '', sent);
    if (answer === null) return;
    if (answer.ok) return setStep({ name: 'previewed', view: answer.view, digest: answer.digest, hasChanged });
    setProblems(answer.problems);
    setStep(CHOOSING);
  }

  async function store() {
    if (step.name !== 'previewed') return;
    const answer = await send('store', choices, step.digest, files);
    if (answer === null) return;
    if (!answer.ok) {
      if (answer.problems.some(({ code }) => code === 'changed-since-preview' || code === 'upload-gone'))
        return preview({}, true);
      setProblems(answer.problems);
      return setStep(CHOOSING);
    }
    if (answer.importId === null) {
      return setStep({ name: 'previewed', view: answer.view, digest: answer.digest, hasChanged: true });
    }
    large.forgetAll();
    setFiles([]);
    setChoices({ ...choices, ...NO_CHOICES });
    setStep({ name: 'stored', view: answer.view, importId: answer.importId, rules: answer.rules ?? [] });
    router.refresh();
  }

  return {
    files,
    choices,
    step,
    problems,
    addFiles: (added) => {
      const names = new Set(added.map(({ name }) => name));
      const kept = step.name === 'stored' ? [] : files.filter(({ file }) => !names.has(file.name));
      const own = tellApart(added.map(({ name }) => name));
      const named = added.map((file, place) => underName(file, own[place] ?? file.name));
      change([...kept, ...named.map((file) => ({ file, kind: 'auto' as const, mapping: null }))]);
    },
    removeFile: (name) => {
      for (const { file } of files) if (file.name === name) large.forget(file);
      change(files.filter(({ file }) => file.name !== name));
    },
    setKind: (name, kind) => change(files.map((chosen) => (chosen.file.name === name ? { ...chosen, kind } : chosen))),
    setMapping: (name, mapping) => {
      const sent = files.map((chosen) => (chosen.file.name === name ? { ...chosen, mapping } : chosen));
      setFiles(sent);
      return preview({}, false, sent);
    },
    choose: (changed) => {
      setChoices({ ...choices, ...changed });
      setStep(CHOOSING);
      setProblems(NONE);
    },
    preview: (changed) => preview(changed),
    store,
    cancel: () => {
      abort.current?.abort();
      for (const { file } of files) large.forget(file);
    },
    restart: () => {
      for (const { file } of files) large.forget(file);
      change([]);
      setChoices({ ...choices, ...NO_CHOICES });
    },
  };
}

/** The file itself, or under another name where two of one name were chosen at once. */
function underName(file: File, name: string): File {
  return file.name === name ? file : new File([file], name, { type: file.type, lastModified: file.lastModified });
}

async function explain({ failure }: UploadError, files: readonly ChosenFile[]): Promise<Problem[]> {
  const unreadable = await findUnreadable(files.map(({ file }) => file));
  if (unreadable.length > 0) {
    return unreadable.map((name) => ({ path: 'files', code: 'file-changed-on-disk', params: { name } }));
  }
  return [{ path: '', code: failure === 'server' ? 'server-failed' : 'no-connection', params: {} }];
}
