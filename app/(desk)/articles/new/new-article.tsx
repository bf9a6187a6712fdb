'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { ArticleDraft } from '#lib/domain/articles/article';
import { maxArticleLength } from '#lib/domain/articles/article';
import type { IntakeDraft, OfferedEncoding } from '#lib/domain/articles/intake-draft';
import { type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { isWebAddress } from '#lib/text/tidy';
import { useRefusalText } from '../../../i18n/refusal';
import { readMarkup, readPaste } from './actions';
import { DraftPreview } from './draft-preview';
import { importFile, isArticleFile } from './import-request';
import { IntakeBox } from './intake-box';
import type { Item, Origin } from './queue';
import { QueueList } from './queue-list';
import { readOrigin, storeDraft } from './read-origin';
import { useQueue } from './use-queue';

/** More at once would be somebody's archive; the server fetches each of them. */
const mostAtOnce = 50;
/** Formatting beyond what plain text shows: headings, lists, tables, captions, more than one paragraph. */
const isFormatted = /<(?:h[1-6]|li|t[dh]|blockquote|figcaption)[\s>]|<p[\s>][\s\S]*<p[\s>]/i;
/** What is looked at; `from` is what it was read of, `item` the one of several that it belongs to. */
type Shown = { reading: IntakeDraft; intake: 'paste' | 'file' | 'url'; from: Origin | null; item: Item | null };

/** The links that a text consists of, one a line; none where anything else is in it. */
function linksIn(text: string): string[] {
  const lines = text.split(/\s+/).filter(Boolean);
  return lines.every((line) => isWebAddress(line)) ? [...new Set(lines)] : [];
}

/** Text, links or files come in, one or several; then what was read is checked and saved. Nothing typed is lost. */
export function NewArticle() {
  const t = useTranslations('intake.new');
  const refusalText = useRefusalText();
  const router = useRouter();
  const queue = useQueue();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  // What the clipboard held, and the plain text that stands for it here.
  const pasted = useRef<{ html: string; text: string | null } | null>(null);

  async function take(intake: Shown['intake'], from: Origin | null, reading: () => Promise<Result<IntakeDraft>>) {
    setBusy(true);
    setRefusal(null);
    // A request that fails without an answer was too large for the server to read, or the network is gone.
    const answer = await reading().catch(() => refuse('no-answer'));
    setBusy(false);
    if (answer.ok) setShown({ reading: answer.value, intake, from, item: null });
    else setRefusal(answer);
  }

  /** One is looked at right away; several are read in a list. */
  function takeSeveral(sources: Origin[]) {
    const [first] = sources;
    if (first === undefined) return;
    if (sources.length > mostAtOnce) setRefusal(refuse('too-many-at-once', { values: { limit: mostAtOnce } }));
    else if (sources.length > 1) {
      setRefusal(null);
      queue.add(sources);
    } else if ('file' in first && isArticleFile(first.file)) void bring(first.file);
    else void take('file' in first ? 'file' : 'url', first, () => readOrigin(first));
  }

  /** An article that a desk exported whole needs no look: it comes in as it is. */
  async function bring(file: File) {
    setBusy(true);
    setRefusal(null);
    const answer = await importFile(file);
    setBusy(false);
    if (answer.ok) router.push(`/articles/${answer.value.id}`);
    else setRefusal(answer);
  }

  function readText() {
    const links = linksIn(text);
    if (links.length > 0) {
      if (links.length > 1 && links.length <= mostAtOnce) setText('');
      return takeSeveral(links.map((url) => ({ url })));
    }
    const html = pasted.current?.text === text ? pasted.current.html : null;
    return take('paste', null, async () => {
      if (text.length > maxArticleLength) return refuse('article-too-long', { values: { limit: maxArticleLength } });
      return html === null ? readPaste({ text }) : readMarkup({ html });
    });
  }

  function paste(html: string) {
    // Formatting is kept where the paste is all there is: text around it would have none.
    pasted.current = text.trim() === '' && isFormatted.test(html) ? { html, text: null } : null;
  }

  function type(typed: string) {
    setText(typed);
    if (pasted.current?.text === null) pasted.current.text = typed;
  }

  /** Reads what is looked at again, in another encoding. */
  async function readAs(encoding: OfferedEncoding): Promise<Refusal | null> {
    if (!shown?.from) return null;
    const answer = await readOrigin(shown.from, encoding);
    if (!answer.ok) return answer;
    setShown({ ...shown, reading: answer.value });
    return null;
  }

  async function saveDraft(corrected: ArticleDraft): Promise<Refusal | null> {
    if (shown === null) return null;
    const reading = { ...shown.reading, draft: corrected };
    if (shown.item) {
      const refused = await queue.store(shown.item, reading);
      if (!refused) setShown(null);
      return refused;
    }
    const answer = await storeDraft(reading, shown.intake);
    if (!answer.ok) return answer;
    router.push(`/articles/${answer.value.id}`);
    return null;
  }

  if (shown) {
    const { draft, duplicates, snapshotId, encoding } = shown.reading;
    return (
      <DraftPreview
        key={encoding?.used}
        draft={draft}
        duplicates={duplicates}
        snapshotId={snapshotId}
        encoding={encoding}
        onReadAs={readAs}
        onSave={saveDraft}
        onBack={() => setShown(null)}
      />
    );
  }
  return (
    <>
      <h1 className="mb-1 font-serif text-[26px] font-semibold tracking-tight">{t('title')}</h1>
      <p className="mb-4 text-ink-2">{t('pasteHint')}</p>
      <IntakeBox
        text={text}
        isBusy={isBusy}
        isRefused={refusal !== null}
        onType={type}
        onPaste={paste}
        onFiles={(files) => takeSeveral(files.map((file) => ({ file })))}
        onRead={() => void readText()}
      />
      <p id="intake-refusal" role="alert" className="mt-2 min-h-6 text-false">
        {refusal && refusalText(refusal)}
      </p>
      {queue.items.length > 0 && (
        <QueueList
          queue={queue}
          onLook={(item) => item.reading && setShown({ reading: item.reading, intake: 'url', from: item.from, item })}
        />
      )}
    </>
  );
}
