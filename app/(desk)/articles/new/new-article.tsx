'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import type { ArticleDraft } from '#lib/domain/article';
import { maxArticleLength } from '#lib/domain/article';
import { type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { TextArea } from '#ui/field';
import { useRefusalText } from '../../../i18n/refusal';
import { send } from '../../send';
import { readFile, readPaste, save } from './actions';
import { DraftPreview } from './draft-preview';

/** More bytes than any article we take; the server has the exact rule, this spares a pointless upload. */
const uploadLimit = 7_500_000;

/** Two steps: the text comes in, then what was read is checked and saved. Nothing typed is lost on a refusal. */
export function NewArticle() {
  const t = useTranslations('intake.new');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [text, setText] = useState('');
  const [draft, setDraft] = useState<ArticleDraft | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  async function take(reading: () => Promise<Result<ArticleDraft>>) {
    setBusy(true);
    setRefusal(null);
    // A request that fails without an answer was too large for the server to read, or the network is gone.
    const answer = await reading().catch(() => refuse('no-answer'));
    setBusy(false);
    if (answer.ok) setDraft(answer.value);
    else setRefusal(answer);
  }

  const readText = () =>
    take(async () =>
      text.length > maxArticleLength
        ? refuse('article-too-long', { values: { limit: maxArticleLength } })
        : readPaste({ text }),
    );
  const readUpload = (file: File | undefined) =>
    file && take(async () => (file.size > uploadLimit ? refuse('too-large') : readFile({ file })));

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void readUpload(file);
    else setText(event.dataTransfer.getData('text/plain'));
  }

  async function saveDraft(corrected: ArticleDraft): Promise<Refusal | null> {
    const { notices: _, ...article } = corrected;
    const answer = await send(save, article);
    if (!answer.ok) return answer;
    router.push(`/articles/${answer.value.id}`);
    return null;
  }

  if (draft) return <DraftPreview draft={draft} onSave={saveDraft} onBack={() => setDraft(null)} />;
  return (
    <>
      <h1 className="mb-1 font-serif text-[26px] font-semibold tracking-tight">{t('title')}</h1>
      <p className="mb-4 text-ink-2">{t('pasteHint')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button is the first */}
      <div
        className={`rounded-xl border bg-sheet p-1.5 ${isOver ? 'border-accent bg-accent-wash' : 'border-line'}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <TextArea
          autoFocus
          aria-label={t('paste')}
          aria-invalid={refusal !== null}
          aria-describedby="intake-refusal"
          className="min-h-[46dvh] resize-y border-transparent bg-transparent font-serif text-[16px]/[1.8]"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void readText();
          }}
        />
        <div className="flex flex-wrap items-center gap-2 px-1.5 pb-1">
          <input
            ref={chooser}
            type="file"
            accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
            className="sr-only"
            aria-label={t('choose')}
            tabIndex={-1}
            onChange={(event) => {
              void readUpload(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button look="quiet" size="small" onClick={() => chooser.current?.click()}>
            <FileUp size={15} /> {t('choose')}
          </Button>
          <span className="hidden flex-1 text-[12.5px] text-ink-3 sm:inline">{t('drop')}</span>
          <span className="num ml-auto text-[12.5px] text-ink-3">{text && t('longText', { count: text.length })}</span>
          <Button look="primary" disabled={isBusy} onClick={() => void readText()}>
            {isBusy ? t('reading') : t('read')}
          </Button>
        </div>
      </div>
      <p id="intake-refusal" role="alert" className="mt-2 min-h-6 text-false">
        {refusal && refusalText(refusal)}
      </p>
    </>
  );
}
