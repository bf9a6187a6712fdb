'use client';

import { KeyRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { ApiTokenView } from '#lib/domain/people/api-scope';
import type { Role } from '#lib/domain/people/permission';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Tag } from '#ui/tag';
import { send } from '../../../browser/requests';
import { useRefusalText } from '../../../i18n/refusal';
import { revokeToken } from './actions';
import { TokenForm } from './token-form';

type TokensProps = { tokens: ApiTokenView[]; person: { id: string; role: Role } };

/** The tokens of the API: makes one, lists those that open, ends one. */
export function Tokens({ tokens, person }: TokensProps) {
  const t = useTranslations('api.tokens');
  const shell = useTranslations('shell');
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiTokenView | null>(null);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={() => setMaking(true)}>
          <KeyRound size={15} aria-hidden="true" /> {t('new')}
        </Button>
        <a
          href="/api/v1/openapi.json"
          className="text-[13px] text-ink-2 underline underline-offset-2 hover:text-ink"
          target="_blank"
          rel="noreferrer"
        >
          {t('openapi')}
        </a>
      </div>
      {tokens.length === 0 ? (
        <p className="text-ink-3">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line-2 border-y border-line">
          {tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              isOwn={token.owner.id === person.id}
              onRevoke={() => setEnding(token)}
            />
          ))}
        </ul>
      )}
      <Dialog
        open={isMaking}
        onOpenChange={setMaking}
        title={t('new')}
        description={t('newText')}
        closeLabel={shell('close')}
      >
        <TokenForm role={person.role} onDone={() => setMaking(false)} />
      </Dialog>
      {ending && <RevokeDialog token={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function TokenRow({ token, isOwn, onRevoke }: { token: ApiTokenView; isOwn: boolean; onRevoke: () => void }) {
  const t = useTranslations('api.tokens');
  const format = useFormatter();
  const { name, hint, scopes, owner, createdAt, expiresAt, lastUsedAt } = token;
  const day = (moment: string) => format.dateTime(new Date(moment), { dateStyle: 'medium' });
  const facts = [
    ...(isOwn ? [] : [t('ownerOf', { name: owner.name })]),
    t('made', { date: day(createdAt) }),
    lastUsedAt ? t('used', { date: day(lastUsedAt) }) : t('neverUsed'),
    expiresAt ? t('until', { date: day(expiresAt) }) : t('forever'),
  ];
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium wrap-anywhere">{name}</span>
          <code className="font-mono text-[12.5px] text-ink-3">{hint}…</code>
          {scopes.map((scope) => (
            <Tag key={scope}>{scope}</Tag>
          ))}
        </p>
        <p className="num text-[12.5px] text-ink-3">{facts.join(' · ')}</p>
      </div>
      <Button
        look="danger"
        className="sm:min-h-8 sm:px-2.5 sm:text-[13px]"
        aria-label={t('revokeOf', { name })}
        onClick={onRevoke}
      >
        {t('revoke')}
      </Button>
    </li>
  );
}

/** Asks before it ends a token, since nothing brings one back. */
function RevokeDialog({ token, onClose }: { token: ApiTokenView; onClose: () => void }) {
  const t = useTranslations('api.tokens');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isPending, startTransition] = useTransition();
  const revoke = () =>
    startTransition(async () => {
      const answer = await send(revokeToken, { id: token.id });
      onClose();
      if (answer.ok) toast.success(t('revoked'));
      else toast.error(refusalText(answer));
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revokeTitle', { name: token.name })}
      description={t('revokeText')}
      closeLabel={shell('close')}
    >
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t('keep')}
        </Button>
        <Button look="danger" disabled={isPending} onClick={revoke}>
          {t('revoke')}
        </Button>
      </div>
    </Dialog>
  );
}
