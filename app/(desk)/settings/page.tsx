import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { listRates } from '#lib/data/metrics/rates';
import { listApiTokens } from '#lib/data/people/api-tokens';
import { isFactorRequired } from '#lib/data/people/factor-state';
import { countTokens } from '#lib/data/people/feed-tokens';
import { listInvites, listPeople, personToSignIn } from '#lib/data/people/people';
import { peopleWithFactor, secondFactorOf } from '#lib/data/people/second-factor';
import { listSessions } from '#lib/data/people/sessions';
import { deskSettings } from '#lib/data/report/desk';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { sessionListed } from '#lib/server/session/origin';
import { requireSession } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { AreaMessages } from '../../area-messages';
import { PreferenceSwitches } from '../../preference-switches';
import { DeskForm } from './desk-form';
import { Invitations } from './invitations';
import { PasswordForm } from './password-form';
import { PeopleTable } from './people-table';
import { Rates } from './rates';
import { Requirement } from './second-step/requirement';
import { SecondStep } from './second-step/second-step';
import { EndSessionsButton } from './sessions/end-sessions-button';
import { Sessions } from './sessions/sessions';
import { Tokens } from './tokens/tokens';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const { person, id: sessionId } = await requireSession('/settings');
  const now = new Date();
  const mayManage = may(person, 'manage-people');
  const mayEnterRates = may(person, 'enter-rates');
  const mayManageDesk = may(person, 'manage-desk');
  const [
    t,
    access,
    figures,
    checks,
    publish,
    api,
    words,
    people,
    invites,
    rates,
    desk,
    tokens,
    sessions,
    ownTokens,
    factor,
    isRequired,
    own,
    withFactor,
  ] = await Promise.all([
    getTranslations('people.settings'),
    getTranslations('access'),
    getTranslations('figures.rates'),
    getTranslations('factChecks'),
    getTranslations('publish.desk'),
    getTranslations('api.tokens'),
    getTranslations('words.role'),
    mayManage ? listPeople(database()) : [],
    mayManage ? listInvites(database(), now) : [],
    mayEnterRates ? listRates(database()) : [],
    mayManageDesk ? deskSettings(database()) : null,
    listApiTokens(database(), person, now),
    listSessions(database(), person.id, now),
    countTokens(database(), person.id, now),
    secondFactorOf(database(), person.id),
    isFactorRequired(database()),
    personToSignIn(database(), person.email),
    mayManage ? peopleWithFactor(database()) : [],
  ]);
  return (
    <AreaMessages areas={['people', 'access', 'figures', 'publish', 'api']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6">
        <h1 className="mb-6 font-serif text-[26px] font-semibold tracking-tight">{t('title')}</h1>
        <Section title={t('account.title')} text={t('account.text')}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
            <dt className="text-ink-3">{t('account.name')}</dt>
            <dd className="font-medium wrap-anywhere">{person.name}</dd>
            <dt className="text-ink-3">{t('account.email')}</dt>
            <dd className="wrap-anywhere">{person.email}</dd>
            <dt className="text-ink-3">{t('account.role')}</dt>
            <dd>{words(person.role)}</dd>
          </dl>
        </Section>
        <Section title={t('password.title')} text={t('password.text')}>
          <PasswordForm email={person.email} tokens={ownTokens} />
        </Section>
        <Section title={access('secondStep.title')} text={access('secondStep.text')}>
          <SecondStep
            isOn={factor.isOn}
            codesLeft={factor.codesLeft}
            isRequired={isRequired}
            hasPassword={Boolean(own?.passwordHash)}
          />
          {mayManageDesk && (
            <div className="mt-5 border-t border-line-2 pt-4">
              <Requirement isRequired={isRequired} />
            </div>
          )}
        </Section>
        <Section title={access('sessions.title')} text={access('sessions.text')}>
          <Sessions
            sessions={sessions.map((session) => sessionListed(session, sessionId))}
            hasPassword={Boolean(own?.passwordHash)}
          />
        </Section>
        <Section title={t('display.title')} text={t('display.text')}>
          <PreferenceSwitches />
        </Section>
        <Section title={api('title')} text={api('text')}>
          <Tokens tokens={tokens} person={{ id: person.id, role: person.role }} />
        </Section>
        {mayEnterRates && (
          <Section title={figures('title')} text={figures('text')}>
            <Rates rates={rates} />
          </Section>
        )}
        <Section title={checks('title')} text={checks('settings.text')}>
          <Link href="/fact-checks" className={buttonClass()}>
            {checks('settings.open')}
          </Link>
        </Section>
        {desk && (
          <Section title={publish('title')} text={publish('text')}>
            <DeskForm desk={desk} />
          </Section>
        )}
        {mayManage && (
          <>
            <Section title={t('people.title')} text={t('people.text')}>
              <PeopleTable people={people} ownId={person.id} withFactor={withFactor} />
              {people.length > 1 && <EndSessionsButton person={null} />}
            </Section>
            <Section title={t('invites.title')} text={t('invites.text')}>
              <Invitations invites={invites} />
            </Section>
            <Section title={access('audit.title')} text={access('audit.text')}>
              <Link href="/settings/audit" className={buttonClass()}>
                {access('audit.open')}
              </Link>
            </Section>
          </>
        )}
      </main>
    </AreaMessages>
  );
}

/** One subject of the settings: what it is on the left, its controls on the right; one above the other on a phone. */
function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-x-10 gap-y-4 border-t border-line py-7 md:grid-cols-[200px_1fr]">
      <div>
        <h2 className="font-serif text-lg/6 font-semibold">{title}</h2>
        <p className="mt-1 text-[13px] text-ink-3">{text}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
