'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { ReportSummary } from '#lib/domain/report/published-report';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { withdraw } from './actions';

/** The reports of an article that went out, with their links; each can be withdrawn with a notice. */
export function PublishedList({ reports, mayWithdraw }: { reports: ReportSummary[]; mayWithdraw: boolean }) {
  const t = useTranslations('publish');
  const format = useFormatter();
  const [leaving, setLeaving] = useState<ReportSummary | null>(null);
  return (
    <>
      <h2 className="text-[13px] font-medium text-ink-2">{t('published')}</h2>
      <ul className="divide-y divide-line-2">
        {reports.map((report) => (
          <li key={report.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <a
              href={`/reports/${encodeURIComponent(report.slug)}`}
              target="_blank"
              rel="noopener"
              className={`font-medium underline decoration-line underline-offset-2 hover:decoration-ink ${report.withdrawnAt ? 'text-ink-3 line-through' : ''}`}
            >
              {t('reportNumber', { number: report.number })}
            </a>
            <span className="num min-w-0 flex-1 text-[12.5px] text-ink-3">
              {t('by', {
                date: format.dateTime(new Date(report.publishedAt), { dateStyle: 'medium', timeStyle: 'short' }),
                name: report.publishedBy,
              })}
              {' · '}
              {t(report.listed ? 'isListed' : 'isUnlisted')}
              {report.withdrawnAt && (
                <b className="font-medium text-false">
                  {' · '}
                  {t('isWithdrawn')}
                </b>
              )}
            </span>
            {mayWithdraw && !report.withdrawnAt && (
              <Button size="small" look="danger" onClick={() => setLeaving(report)}>
                {t('withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving && <WithdrawDialog report={leaving} onDone={() => setLeaving(null)} />}
    </>
  );
}

function WithdrawDialog({ report, onDone }: { report: ReportSummary; onDone: () => void }) {
  const t = useTranslations('publish');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [notice, setNotice] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isPending, start] = useTransition();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onDone()}
      title={t('withdrawTitle', { number: report.number })}
      description={t('withdrawText')}
      closeLabel={shell('close')}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          start(async () => {
            const answer = await send(withdraw, { reportId: report.id, notice });
            if (!answer.ok) return setTrouble(refusalText(answer));
            toast.success(t('withdrawn', { number: report.number }));
            onDone();
          });
        }}
      >
        <Field label={t('notice')} hint={t('noticeHint')} error={trouble}>
          <TextArea
            rows={4}
            maxLength={2_000}
            value={notice}
            aria-invalid={trouble ? true : undefined}
            onChange={(event) => setNotice(event.target.value)}
          />
        </Field>
        <Button type="submit" look="danger" className="justify-self-end" disabled={isPending}>
          {t('withdrawConfirm')}
        </Button>
      </form>
    </Dialog>
  );
}
