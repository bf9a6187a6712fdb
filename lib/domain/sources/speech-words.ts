/**
 * Words that an editor drops from what was said without changing it: fillers, words that only join, and the words by which
 * a speaker takes something back. In comparison form. Invariant: no negation, number or name is among them, except in
 * phrases that correct a slip of the tongue.
 */

import { buildLexicon, type Hit, wordList, wordsIn } from '#lib/text/lexicon';

/** `filler`: says nothing. `light`: grammar, and adverbs that may go. `repair`: takes back what was said before it. */
export type SpeechWord = 'filler' | 'light' | 'repair';

const listed = (kind: SpeechWord, words: string): [string, SpeechWord][] =>
  wordList(words).map((word): [string, SpeechWord] => [word, kind]);

const words = buildLexicon<SpeechWord>([
  ...listed(
    'repair',
    `sorry i_mean or_rather no,_no no,_sorry sorry,_no no_wait wait,_no wait no,_wait no,_i_mean make_that correction excuse_me
     let_me_rephrase 不对 不是,不是 哦不 噢不 啊不 应该是 应该说 我是说 说错了 我说错了 更正 不不 不,不 对不起 口误 不对不对`,
  ),
  ...listed(
    'filler',
    `um uh er erm ah eh hm hmm mm mhm huh oh ugh you_know you_see i_mean like well right so okay ok actually basically literally
     honestly frankly sort_of kind_of i_guess i_suppose i_think look listen anyway yeah yes yep man as_i_say as_i_said
     if_you_like to_be_honest to_be_fair let's_say what's_it_called how_do_i_say how_shall_i_say how_shall_i_put_it
     嗯 呃 额 啊 哦 噢 唉 哎 诶 欸 嘛 呢 吧 啦 呀 哈 哪 呐 喔 唔 咳 那个 这个 那么 就是说 怎么说呢 怎么说 怎么讲 你知道 你知道吧 您知道 你看 您看
     对吧 是吧 对不对 是不是 反正 说实话 老实说 讲真 说白了 坦白说 其实 我跟你说 我跟您说 我跟你讲 我觉得 我感觉 我想 的样子 结果呢 后来呢 所以呢 然后呢 然后 的话 什么的 对 好 好吧 这么说吧
     我说句实话 说句实话 说句心里话 说真的`,
  ),
  ...listed(
    'light',
    `a an the this that these those there here of to in on at by for with from as into onto up out over and or but so then than
     is are was were be been being am 's 're 've 'd 'll 'm it's that's there's i'm we're they're he's she's you're we've i've they've
     have has had having do does did doing done got get just really very quite rather ever absolutely totally completely simply truly even also too still already again now
     it its i we he she they you me us him them my our his her their your who which what when where because cause 'cause coz
     gonna going wanna want gotta kinda sorta ya em 'em and_then some one's ones thing things all_right
     的 了 着 过 是 就 也 都 给 那 这 把 在 地 得 又 还 才 便 而 与 和 跟 及 以及 并 且 而且 所以 因为 但 但是 可 可是 因此 于是 则 之 所 其 个 里 上 下 中
     来 去 起 到 出 被 让 将 会 呗 嘞 哩 哟 喽 已 已经 正 正在 很 挺 太 真 真的 特别 非常 十分 比较 一下 一些 有点 有一点 我们 咱们 我 你 他 她 它 您 咱 他们 她们
     当时 当然 这边 那边 这样 那样 这么 那么 什么 怎么 啥 咋 自己 一 从 向 对 于 由 时候 时 以 为`,
  ),
]);

/** The speech words of a text in comparison form; in order, not overlapping. Linear. */
export const speechWordsIn = (form: string): Hit<SpeechWord>[] => wordsIn(words, form, 0, form.length);

/** Ways of speech and how they are printed; each line is one meaning, in comparison form. */
const spoken = new Map(
  `going gonna
   want wanna
   because cause cuz coz 'cause
   yes yeah yep yup
   them 'em em
   children kids kid child
   father dad
   mother mum mom
   until till 'til
   through thru
   about 'bout
   isn't ain't aren't
   不用 甭
   什么 啥
   怎么 咋`
    .split('\n')
    .flatMap((line, at) => wordList(line).map((word): [string, number] => [word, at])),
);

/** Whether two words are one as people say it and one as it is printed (`cause`, `because`). */
export function areSpokenAlike(one: string, other: string): boolean {
  const meaning = spoken.get(one);
  return meaning !== undefined && meaning === spoken.get(other);
}
