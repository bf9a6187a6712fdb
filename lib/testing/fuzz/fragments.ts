/** Fragments of every kind of token that the readers know: repeated, each must be read in time that grows with its length. */

/** By kind, between bars. Spaces within a fragment count. */
const kinds: Record<string, string> = {
  figures:
    '$1|5%|1,234.56 |300-460万美元|约375人|3 to 5 million |¥12|½ |10^6 |Q3 2024 |2023年5月|第3季度|1:2 |1/2 |-5 |±3 |~7',
  units: 'million |万|亿|kg |km/h |per cent |个百分点|元/股|bn |人次|千瓦时|°C ',
  words:
    'twenty-one |三百六十五|half of |two thirds |dozens of |数十|一半|翻番|doubled |by a fifth |a |the |的|了|不|没有',
  quotes: '“|”|"|\'|‘|’|「|」|『|』|«|»|“a”|"a" |“a|a”|“a,” |‘it’s’ |“5%”|「甲」',
  speech:
    'said |says that |he said |according to |, Ada Holm said. |表示|指出，|说：|据|称|told Reuters |asked |added ',
  names: 'Ada Holm |Dr. |Mr Smith, |张伟|李教授|王先生，|the minister |Holm & Co. |发言人|CEO |de la |O’Neill |IBM ',
  dates: '5 May 2020 |May |Monday |yesterday |昨天|5月1日|2020-05-05 |last year |去年|同比|since 2010 ',
  marks: '. |, |; |: |! |? |… |—|– |- |。|，|、|；|：|！|？|·|(|)|（|）|[|]|{|}|<|>|/|\\|&|#|*|_|~|`|^|=|+|@|%|$|£|€',
  spaces: ' |\t|\n|\n\n|\u00a0|\u3000|\u200b|\u00ad|\u2028|\ufeff',
  odd: '😀|👩‍👩‍👧|é|\u0301|\ud800|\udc00|\0|\ufffd|ﬁ|Ⅷ|①|㎏|İ|ß|א|ע ',
  lines:
    '# a\n|- a\n|* a\n|1. a\n|> a\n|| a |\n|a: b\n|标题：a\n|http://a.example/b |[a](b) |---\n|```\n|<b>|</b>|&amp;',
};

export const fragments: readonly { kind: string; fragment: string }[] = Object.entries(kinds).flatMap(
  ([kind, listed]) => listed.split('|').flatMap((fragment) => (fragment === '' ? [] : [{ kind, fragment }])),
);
