'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { type ParagraphKind, paragraphKinds } from '#lib/domain/articles/article';
import type { ArticleView, ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Refusal } from '#lib/domain/refusal';
import type { ParagraphTool } from '#lib/domain/revisions/paragraph-tool';
import { Button } from '#ui/button';
import { DialogPanel } from '#ui/dialog-panel';
import { Field, Select } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { readSelection } from '../_article/selection';
import { reviseOne } from './actions';

type ToolsProps = {
  article: ArticleView;
  paragraphs: ParagraphView[];
  claims: ClaimView[];
  paragraphId: string;
  onKind: (paragraph: ParagraphView, kind: ParagraphKind) => void;
  onClose: () => void;
};

/** One paragraph to work on: its words, where it is split, what it is merged with, what kind it is. */
export function ParagraphTools({ article, paragraphs, claims, paragraphId, onKind, onClose }: ToolsProps) {
  const t = useTranslations('revisions.paragraph');
  const words = useTranslations('words.paragraphKind');
  const refusalText = useRefusalText();
  const at = paragraphs.findIndex(({ id }) => id === paragraphId);
  // What was opened stays open, with what was typed, when a newer revision takes its place.
  const [opened] = useState(paragraphs[at]);
  const paragraph = paragraphs[at] ?? opened;
  const [text, setText] = useState(paragraph?.text ?? '');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  // Where something is selected, that is where a new paragraph is meant to begin.
  const [caret] = useState(() => {
    const selected = readSelection();
    return selected?.paragraphId === paragraphId ? selected.span.start : null;
  });
  if (!paragraph) return null;

  async function use(tool: ParagraphTool) {
    setBusy(true);
    const answer = await send(reviseOne, { articleId: article.id, paragraphId, use: tool });
    setBusy(false);
    if (answer.ok) onClose();
    else setRefusal(answer);
  }

  const hasClaims = claims.some((claim) => claim.paragraphId === paragraphId);
  const isEdited = text.trim() !== paragraph.text;
  return (
    <DialogPanel
      open
      title={t('title', { number: paragraph.number })}
      description={t('hint')}
      closeLabel={t('close')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="grid gap-3">
        <TextArea
          ref={(element) => {
            if (element && !area.current && caret !== null) element.setSelectionRange(caret, caret);
            area.current = element;
          }}
          aria-label={t('text')}
          lang={article.language}
          rows={8}
          className="font-serif text-[15.5px]/[1.7]"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" disabled={isBusy || !isEdited} onClick={() => void use({ tool: 'rewrite', text })}>
            {t('save')}
          </Button>
          <Button
            disabled={isBusy || isEdited}
            onClick={() => void use({ tool: 'split', at: area.current?.selectionStart ?? 0 })}
          >
            {t('split')}
          </Button>
          <Button
            disabled={isBusy || isEdited || at === paragraphs.length - 1}
            onClick={() => void use({ tool: 'merge' })}
          >
            {t('merge')}
          </Button>
        </div>
        <Field label={t('kind')}>
          <Select value={paragraph.kind} onChange={({ target }) => onKind(paragraph, target.value as ParagraphKind)}>
            {paragraphKinds
              .filter((kind) => kind !== 'boilerplate' || !hasClaims)
              .map((kind) => (
                <option key={kind} value={kind}>
                  {words(kind)}
                </option>
              ))}
          </Select>
        </Field>
        <p role="alert" className="min-h-5 text-false">
          {refusal && refusalText(refusal)}
        </p>
      </div>
    </DialogPanel>
  );
}
