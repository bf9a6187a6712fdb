'use client';

import { Bookmark, Rss, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { Refusal } from '#lib/domain/refusal';
import { longestViewName, type SavedView } from '#lib/domain/search/saved-view';
import type { NewView } from '#lib/domain/search/saved-view-input';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { FeedLink } from '../_shell/feed-link';
import { tellViewsChanged } from '../_shell/views-changed';
import { endViewFeed, makeViewFeed, remove, rename, save } from './actions';

type ViewsMenuProps = {
  /** Views that the reader may rename and remove. */
  changeable: SavedView[];
  /** The view that is shown. */
  shown: SavedView | null;
  /** The search that is shown, where no view is it. */
  unsaved: Record<string, string> | null;
  mayShare: boolean;
};

/** Saves the search that is shown, and changes the views that are there. */
export function ViewsMenu({ changeable, shown, unsaved, mayShare }: ViewsMenuProps) {
  const t = useTranslations('claims.views');
  const feed = useTranslations('claims.feed');
  const shell = useTranslations('shell');
  const [open, setOpen] = useState<'save' | 'change' | 'feed' | null>(null);
  const close = () => setOpen(null);
  const dialog = { onOpenChange: close, closeLabel: shell('close') };
  return (
    <>
      {unsaved && (
        <Button look="quiet" size="small" onClick={() => setOpen('save')}>
          <Bookmark size={14} aria-hidden="true" /> {t('save')}
        </Button>
      )}
      {changeable.length > 0 && (
        <Button look="quiet" size="small" onClick={() => setOpen('change')}>
          <Settings2 size={14} aria-hidden="true" /> {t('change')}
        </Button>
      )}
      {shown && (
        <Button look="quiet" size="small" onClick={() => setOpen('feed')}>
          <Rss size={14} aria-hidden="true" /> {feed('title')}
        </Button>
      )}
      {shown && (
        <Dialog open={open === 'feed'} {...dialog} title={feed('title')} description={feed('text')}>
          <FeedLink
            state={`/api/claims/feed/state?${new URLSearchParams({ view: shown.id })}`}
            make={() => send(makeViewFeed, { id: shown.id })}
            end={() => send(endViewFeed, { id: shown.id })}
          />
        </Dialog>
      )}
      {unsaved && (
        <Dialog open={open === 'save'} {...dialog} title={t('save')} description={t('saveText')}>
          <SaveForm query={unsaved} mayShare={mayShare} onClose={close} />
        </Dialog>
      )}
      <Dialog open={open === 'change' && changeable.length > 0} {...dialog} title={t('changeTitle')}>
        <ul className="divide-y divide-line-2">
          {changeable.map((view) => (
            <ChangeView key={view.id} view={view} onRemoved={close} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function SaveForm({ query, mayShare, onClose }: { query: NewView['query']; mayShare: boolean; onClose: () => void }) {
  const t = useTranslations('claims.views');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [name, setName] = useState((query.q ?? '').slice(0, longestViewName));
  const [isShared, setShared] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const answer = await send(save, { name, query, isShared });
      setRefusal(answer.ok ? null : answer);
      if (!answer.ok) return;
      tellViewsChanged();
      toast(t('saved', { name: name.trim() }));
      onClose();
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label={t('name')} error={refusal ? refusalText(refusal) : undefined}>
        <TextInput
          maxLength={longestViewName}
          value={name}
          aria-invalid={refusal ? true : undefined}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      {mayShare && (
        <label className="flex min-h-7 items-center gap-1.5 text-[13.5px]">
          <input
            type="checkbox"
            checked={isShared}
            onChange={({ target }) => setShared(target.checked)}
            className="accent-accent"
          />
          {t('share')}
        </label>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={isPending || name.trim() === ''}>
          {shell('save')}
        </Button>
      </div>
    </form>
  );
}

/** A view with its name to be changed, and its removal, which the toast takes back. */
function ChangeView({ view, onRemoved }: { view: SavedView; onRemoved: () => void }) {
  const t = useTranslations('claims.views');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [name, setName] = useState(view.name);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const answer = await send(rename, { id: view.id, name });
      setRefusal(answer.ok ? null : answer);
      if (!answer.ok) return;
      tellViewsChanged();
      toast(t('renamed', { name: name.trim() }));
    });
  }

  async function restore(removed: NewView) {
    const answer = await send(save, removed);
    if (!answer.ok) return void toast.error(refusalText(answer));
    tellViewsChanged();
    toast(t('restored', { name: removed.name }));
  }

  function takeAway() {
    startTransition(async () => {
      const answer = await send(remove, { id: view.id });
      if (!answer.ok) return void toast.error(refusalText(answer));
      const removed = answer.value;
      tellViewsChanged();
      // Nothing outside of an open dialog can be reached, and so no toast either.
      onRemoved();
      toast(t('removed', { name: removed.name }), {
        duration: 12_000,
        action: { label: shell('undo'), onClick: () => void restore(removed) },
      });
    });
  }

  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Field
          className="min-w-48 flex-1"
          label={view.isShared ? t('nameOfDesk', { owner: view.owner.name }) : t('nameOfOwn')}
          error={refusal ? refusalText(refusal) : undefined}
        >
          <TextInput
            maxLength={longestViewName}
            value={name}
            aria-invalid={refusal ? true : undefined}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <Button
          type="submit"
          aria-label={t('renameOf', { name: view.name })}
          disabled={isPending || name.trim() === '' || name.trim() === view.name}
        >
          {t('rename')}
        </Button>
        <Button look="danger" aria-label={t('removeOf', { name: view.name })} disabled={isPending} onClick={takeAway}>
          {t('remove')}
        </Button>
      </form>
    </li>
  );
}
