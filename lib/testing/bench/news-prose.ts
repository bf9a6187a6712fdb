/** News as people write it, for benches: the fixtures of the reader, one after the other. */
import { CHINESE as figureSentences } from '#lib/reading/fixtures/figures';
import { CHINESE as quotePassages } from '#lib/reading/fixtures/quotes';
import { CHINESE_SENTENCES as plainSentences } from '#lib/reading/fixtures/sentences';

/** News has about this many sentences to a paragraph. */
const sentencesPerParagraph = 4;

/** Paragraphs of Chinese news, so many characters together: speech, figures and plain sentences in turn. */
export function newsProse(length: number): string[] {
  const paragraphsOf = (sentences: { text: string }[]) =>
    Array.from({ length: Math.ceil(sentences.length / sentencesPerParagraph) }, (_, at) =>
      sentences
        .slice(at * sentencesPerParagraph, (at + 1) * sentencesPerParagraph)
        .map((one) => one.text)
        .join(''),
    );
  const kinds = [
    quotePassages.flatMap((passage) => passage.paragraphs),
    paragraphsOf(figureSentences),
    paragraphsOf(plainSentences),
  ];
  const prose: string[] = [];
  let rest = length;
  for (let turn = 0; rest > 0; turn += 1) {
    for (const kind of kinds) {
      const paragraph = (kind[turn % kind.length] ?? '').slice(0, rest);
      if (paragraph !== '') prose.push(paragraph);
      rest -= paragraph.length;
    }
  }
  return prose;
}
