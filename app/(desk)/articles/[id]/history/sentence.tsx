import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { claimAddress } from '#lib/domain/articles/addresses';
import { type Stance, stances } from '#lib/domain/claims/source';
import { claimWeights } from '#lib/domain/claims/weight';
import {
  answersIn,
  type ChangeLineView,
  changedFacts,
  formOf,
  kindIn,
  numberIn,
  numericReading,
  paragraphIn,
  standingIn,
  textIn,
} from '#lib/domain/review/history';
import { describeFigure } from '#lib/reading/describe-figure';
import { showPartialDate } from '../../../../i18n/partial-date';

const fields = ['title', 'publisher', 'url', 'byline', 'publishedOn', 'language'] as const;

/** Longer titles and words are cut: they stand in full where they belong. */
const longest = 80;
const short = (text: string) => ([...text].length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text);

/** What a line of the history says, as a sentence. Every verb has its message in the area `history`, under `did`. */
export async function Sentence({ line, articleId }: { line: ChangeLineView; articleId: string }) {
  const [t, format, language] = await Promise.all([getTranslations('history'), getFormatter(), getLocale()]);
  const { before, after, claim } = line;
  const standing = (name: string) => {
    const found = standingIn(after, name);
    return found ? t(`standing.${found}`) : '';
  };
  const kind = (facts: ChangeLineView['after']) => {
    const found = kindIn(facts);
    return found ? t(`kind.${found}`) : '';
  };
  const isStance = (text: string | null): text is Stance => stances.some((stance) => stance === text);
  const stance = textIn(after, 'stance');
  const reading = numericReading(after);
  const changed = changedFacts(line);
  return t.rich(`did.${line.verb}`, {
    name: line.actor.name,
    form: formOf(line),
    claim: claim?.number ?? numberIn(after, 'number') ?? numberIn(before, 'number') ?? 0,
    paragraph: paragraphIn(line) ?? 0,
    verdict: standing('verdict'),
    previous: standing('previousVerdict'),
    kind: kind(after),
    previousKind: kind(before),
    speaker: textIn(after, 'speaker') ?? textIn(after, 'name') ?? '',
    previousSpeaker: textIn(before, 'speaker') ?? textIn(before, 'name') ?? '',
    source: short(textIn(after, 'source') ?? ''),
    file: short(textIn(after, 'file') ?? ''),
    previousSource: short(textIn(before, 'source') ?? ''),
    pass: textIn(after, 'pass') ?? '',
    shown: numberIn(after, 'shown') ?? 0,
    stance: t(`stance.${isStance(stance) ? stance : 'context'}`),
    sources: numberIn(after, 'sourcesAdded') ?? 0,
    count: numberIn(after, 'count') ?? 0,
    fields: format.list(fields.filter((name) => changed.includes(name)).map((name) => t(`field.${name}`))),
    previousTitle: short(textIn(before, 'title') ?? ''),
    previousWords: short(textIn(before, 'exact') ?? ''),
    reading: reading ? describeFigure(reading, language) : '',
    answers: format.list(
      answersIn(after).map((answer) => t(`answer.${answer}`)),
      { type: 'unit' },
    ),
    weight: t(`weight.${claimWeights.find((weight) => weight === after.weight) ?? 'normal'}`),
    metric: textIn(after, 'metric') ?? '',
    previousMetric: textIn(before, 'metric') ?? '',
    given: textIn(after, 'figure') ?? '',
    derived: short(textIn(after, 'derived') ?? textIn(before, 'derived') ?? ''),
    who: textIn(after, 'assignee') ?? textIn(before, 'assignee') ?? t('someone'),
    correction: short(textIn(after, 'correction') ?? ''),
    report: numberIn(after, 'report') ?? 0,
    due: showPartialDate(format, textIn(after, 'dueOn')) ?? '',
    revision: numberIn(after, 'revision') ?? 0,
    restored: numberIn(after, 'restored') ?? 0,
    waiting: numberIn(after, 'lookAgain') ?? 0,
    gone: numberIn(after, 'gone') ?? 0,
    required: numberIn(after, 'requiredJudgements') ?? 1,
    b: (held) => <b className="font-semibold">{held}</b>,
    link: (held) =>
      claim?.isThere ? (
        <Link
          href={claimAddress(articleId, claim.number)}
          className="underline decoration-line decoration-1 underline-offset-3 hover:decoration-ink"
        >
          {held}
        </Link>
      ) : (
        held
      ),
  });
}
