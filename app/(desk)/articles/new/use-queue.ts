'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { IntakeDraft } from '#lib/domain/articles/intake-draft';
import { type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { send } from '../../../browser/send';
import { readAddress, readFile, save } from './actions';
import { importFile, isArticleFile } from './import-request';

/** One article that comes in: a link or a file, and how far it is. */
export type Item = {
  id: number;
  label: string;
  from: { url: string } | { file: File };
  state: 'waiting' | 'reading' | 'ready' | 'refused' | 'added';
  reading: IntakeDraft | null;
  refusal: Refusal | null;
  articleId: string | null;
};

/** Pages are fetched two at a time: a desk's links often lead to one site. */
const atOnce = 2;
/** More bytes than any file we take; the server has the exact rule, this spares a pointless upload. */
const uploadLimit = 7_500_000;

/** Reads what an item is from. A request without an answer was too large for the server, or the network is gone. */
export async function readItem(from: Item['from']): Promise<Result<IntakeDraft>> {
  if ('file' in from && from.file.size > uploadLimit) return refuse('too-large');
  return ('file' in from ? readFile({ file: from.file }) : readAddress({ url: from.url })).catch(() =>
    refuse('no-answer'),
  );
}

/** Stores a draft; `intake` says how it came in. */
export function storeDraft({ draft, snapshotId }: IntakeDraft, intake: 'paste' | 'file' | 'url') {
  const { notices: _, ...article } = draft;
  return send(save, { ...article, intake, snapshotId });
}

/** What becomes of an item: an exported article is imported as it is, anything else is read and looked at first. */
async function outcomeOf(from: Item['from']): Promise<Partial<Item>> {
  if ('file' in from && isArticleFile(from.file)) {
    const answer = await importFile(from.file);
    return answer.ok ? { state: 'added', articleId: answer.value.id } : { state: 'refused', refusal: answer };
  }
  const answer = await readItem(from);
  return answer.ok ? { state: 'ready', reading: answer.value } : { state: 'refused', refusal: answer };
}

/** Several articles at once: read a few at a time, each checked or added when it is ready. */
export function useQueue() {
  const [items, setItems] = useState<Item[]>([]);
  const next = useRef(1);

  const change = useCallback((id: number, changed: Partial<Item>) => {
    setItems((old) => old.map((item) => (item.id === id ? { ...item, ...changed } : item)));
  }, []);

  useEffect(() => {
    const busy = items.filter(({ state }) => state === 'reading').length;
    for (const { id, from } of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - busy))) {
      change(id, { state: 'reading' });
      void outcomeOf(from).then((outcome) => change(id, outcome));
    }
  }, [items, change]);

  function add(sources: Item['from'][]) {
    const added = sources.map((from): Item => {
      const id = next.current;
      next.current += 1;
      const label = 'file' in from ? from.file.name : from.url;
      return { id, label, from, state: 'waiting', reading: null, refusal: null, articleId: null };
    });
    setItems((old) => [...old, ...added]);
  }

  async function store(item: Item, reading: IntakeDraft): Promise<Refusal | null> {
    const answer = await storeDraft(reading, 'file' in item.from ? 'file' : 'url');
    if (!answer.ok) return answer;
    change(item.id, { state: 'added', articleId: answer.value.id });
    return null;
  }

  return {
    items,
    add,
    store,
    retry: (id: number) => change(id, { state: 'waiting', refusal: null }),
    refused: (id: number, refusal: Refusal) => change(id, { state: 'refused', refusal }),
    leave: (id: number) => setItems((old) => old.filter((item) => item.id !== id)),
  };
}
