/** English words that say little of what a claim is about. A search may still find them; ranking passes them by. */

import { stemOf } from '#lib/text/english-stem';

export const stopWords: ReadonlySet<string> = new Set(
  `a an the and or but nor so yet if then than that this these those there here it its it's itself he him his she her hers they
  them their theirs we us our ours you your yours i me my mine who whom whose which what when where why how is am are was
  were be been being do does did done doing has have had having will would shall should can could may might must of in on at
  by to from for with without about into onto over under up down out off as per via not no yes any some each every all both
  either neither one own same other another such just only even also too very more most much many less few several while
  during before after since until because although though however whether again ever never now still already once whose
  t s re ve ll d m don didn doesn isn wasn aren weren ain im ive youre theyre hes shes thats whats dont didnt doesnt isnt wasnt
  get got go going gone let make made thing something anything nothing everything someone anyone everyone people like
  rt via pic com http https www amp cc`
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => [word, stemOf(word)]),
);
