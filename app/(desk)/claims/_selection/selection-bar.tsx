'use client';

import { Download, LineChart, Scale, UserRound, UserRoundPen, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import type { DoneTogether } from '#lib/domain/claims/claim-acts';
import type { ClaimAct } from '#lib/domain/claims/claim-acts-input';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Result } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../../browser/requests';
import { useRefusalText } from '../../../i18n/refusal';
import { actTogether } from '../actions';
import { ExportDialog } from '../export-dialog';
import { AssignForm, MetricForm, SpeakerForm, WeightForm } from './act-forms';

const acts = { assign: UserRound, weight: Scale, speaker: UserRoundPen, metric: LineChart } as const;
type ActName = keyof typeof acts;

type BarProps = {
  claims: { id: string; articleId: string }[];
  people: PersonView[] | null;
  meId: string;
  onClear: () => void;
};

/** What is done with the claims that are selected. */
export function SelectionBar({ claims, people, meId, onClear }: BarProps) {
  const t = useTranslations('claims.selection');
  const exporting = useTranslations('claims.export');
  const shell = useTranslations('shell');
  const [open, setOpen] = useState<ActName | 'export' | null>(null);
  const run = useActs();
  const count = claims.length;
  const close = () => setOpen(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && open === null && !event.defaultPrevented) onClear();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open, onClear]);

  async function give(act: ClaimAct): Promise<Result<DoneTogether>> {
    const answer = await run(claims.map(({ id, articleId }) => ({ claimId: id, articleId, act })));
    if (answer.ok) close();
    return answer;
  }

  return (
    <section
      aria-label={t('label')}
      className="sticky bottom-3 z-10 mt-4 flex flex-wrap items-center gap-1.5 rounded-xl border border-line bg-sheet px-3 py-2 shadow-lift print:hidden"
    >
      <p role="status" className="num mr-1.5 text-[13.5px] font-medium">
        {t('count', { count })}
      </p>
      {people &&
        (Object.keys(acts) as ActName[]).map((name) => {
          const Icon = acts[name];
          return (
            <Button key={name} size="small" onClick={() => setOpen(name)}>
              <Icon size={14} aria-hidden="true" /> {t(`act.${name}`)}
            </Button>
          );
        })}
      <Button size="small" onClick={() => setOpen('export')}>
        <Download size={14} aria-hidden="true" /> {exporting('title')}
      </Button>
      <span className="flex-1" />
      <Button size="small" look="quiet" onClick={onClear}>
        <X size={14} aria-hidden="true" /> {t('clear')}
      </Button>
      <ExportDialog
        isOpen={open === 'export'}
        onClose={close}
        parameters={{ ids: claims.map(({ id }) => id).join(',') }}
        text={t('export', { count })}
      />
      <Dialog
        open={open !== null && open !== 'export'}
        onOpenChange={close}
        closeLabel={shell('close')}
        title={open && open !== 'export' ? t(`act.${open}`) : ''}
        description={t('text', { count })}
      >
        {open === 'assign' && <AssignForm people={people ?? []} meId={meId} onGive={give} onCancel={close} />}
        {open === 'weight' && <WeightForm onGive={give} onCancel={close} />}
        {open === 'speaker' && <SpeakerForm onGive={give} onCancel={close} />}
        {open === 'metric' && <MetricForm onGive={give} onCancel={close} />}
      </Dialog>
    </section>
  );
}

/** Sends acts and tells what came of them, with what takes them back. */
function useActs() {
  const t = useTranslations('claims.selection');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const told = ({ done, refused }: DoneTogether, isUndo: boolean) =>
    [
      t(isUndo ? 'undone' : 'done', { count: done }),
      ...refused.map(({ code, count }) => t('refused', { count, why: refusalText({ ok: false, code }) })),
    ].join(' ');
  return async (wanted: Parameters<typeof actTogether>[0]['wanted']): Promise<Result<DoneTogether>> => {
    const answer = await send(actTogether, { wanted });
    if (!answer.ok) return answer;
    const { undo } = answer.value;
    const takeBack = async () => {
      const undone = await send(actTogether, { wanted: undo });
      if (undone.ok) toast(told(undone.value, true));
      else toast.error(refusalText(undone));
    };
    toast.success(told(answer.value, false), {
      duration: 12_000,
      action: { label: shell('undo'), onClick: () => void takeBack() },
    });
    return answer;
  };
}
