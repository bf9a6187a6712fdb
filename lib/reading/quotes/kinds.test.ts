import { describe, expect, it } from 'vitest';
import { findQuotes } from '#lib/reading/quotes';

/** The text between marks and its speaker, without marks and articles that a paper may set or leave out. */
const bare = (text: string): string => text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
const folded = (name: string | null): string | null => name?.toLowerCase().replace(/^(?:the|an?) /, '') ?? null;

describe('kinds of speech that papers print every day', () => {
  it.each<[text: string, quote: string, speaker: string | null]>([
    [
      'Three nurses, who asked not to be named, described the ward as “close to collapse”.',
      'close to collapse',
      'Three nurses',
    ],
    ['“We lost everything” – shopkeeper Amal Haddad', 'We lost everything', 'Amal Haddad'],
    [
      'The minister said the bill would be “ready by the end of spring” and asked for patience.',
      'ready by the end of spring',
      'The minister',
    ],
    ['Lawyers called the ruling “a step back” on Tuesday.', 'a step back', 'Lawyers'],
    ['调查组通报指出，该企业“长期违规储存危险品”，负有主要责任。', '长期违规储存危险品', '调查组通报'],
    ['市检察院认为，其行为“已构成滥用职权罪”。', '已构成滥用职权罪', '市检察院'],
    ['业内人士预计，房价“不会再大幅下跌”。', '不会再大幅下跌', '业内人士'],
    ['公司在声明中称，对此“深表歉意”。', '深表歉意', '公司'],
    ['“你后悔吗？”主持人问。“从来没有。”赵敏摇了摇头。', '从来没有。', '赵敏'],
    ['“累不累？”记者问她。“习惯了。”孙丽笑了笑说。', '习惯了。', '孙丽'],
    ['“要不要报警？”记者问。“不用。”', '不用。', null],
    [
      '“The roof will hold,” Ellis said, leaving it to Grant to reply that “no roof holds for ever here.”',
      'no roof holds for ever here.',
      'Grant',
    ],
    ['“It is over,” whispered Anna softly from the doorway.', 'It is over', 'Anna'],
    [
      'Then Foster is quiet. Lang lashed out at him in an open letter: “Nobody asked you to leave!”',
      'Nobody asked you to leave!',
      'Lang',
    ],
    ['Said Dr. Helga Moen of Bergen Hospital: “The numbers are small.”', 'The numbers are small.', 'Helga Moen'],
    ['Exhausted Maria Silva sat down.\n“I cannot go on,” Ms. Silva said.', 'I cannot go on', 'Maria Silva'],
    ['Secretary of State Marco Lindgren said: “We will wait.”', 'We will wait.', 'Marco Lindgren'],
    ['“We will not wait,” Secretary of State Paula Reyes said.', 'We will not wait', 'Paula Reyes'],
    ['In the past, said Karl Brandt, “nobody locked a door.”', 'nobody locked a door.', 'Karl Brandt'],
    ['Somebody at the back had yelled “Fire in the hall!”', 'Fire in the hall!', 'Somebody'],
    ['Nina Roth, painter: “I never finish anything.”', 'I never finish anything.', 'Nina Roth'],
    [
      "The union rejected the offer and said the talks were “a waste of everybody's time”.",
      "a waste of everybody's time",
      'The union',
    ],
    ['陈刚挠挠头说：“忘了。”', '忘了。', '陈刚'],
    ['“快走！”刘洋挥挥手喊。', '快走！', '刘洋'],
    ['周涛耸耸肩：“无所谓。”', '无所谓。', '周涛'],
    [
      'Ortega issued a statement saying he “would never accept a bribe from anyone.”',
      'would never accept a bribe from anyone.',
      'Ortega',
    ],
    ['“The fund has no obligations,” the annual report said.', 'The fund has no obligations', 'the annual report'],
    ['“Costs are out of control,” the leaked memo says.', 'Costs are out of control', 'the leaked memo'],
    ['“Drink water,” recommends dietitian Olga Petrov.', 'Drink water', 'Olga Petrov'],
    ['The bank would not comment, with lawyer Sam Hill adding, “The case is open.”', 'The case is open.', 'Sam Hill'],
    ['“Who knows,” sighed Rafael Costa.', 'Who knows', 'Rafael Costa'],
    ['“I hate Mondays,” groaned Tilda, closing the door.', 'I hate Mondays', 'Tilda'],
    ['“Growth is slowing”: IMF’s Georgieva', 'Growth is slowing', 'Georgieva'],
    ['“Inflation is not beaten”: Bank of Canada’s Macklem', 'Inflation is not beaten', 'Macklem'],
    ['新华社评论员文章称：“时不我待。”', '时不我待。', '新华社评论员文章'],
    ['“没关系。”李强连连点头说。', '没关系。', '李强'],
    ['“让我来！”王磊抢着回答。', '让我来！', '王磊'],
    ['“好的。”吴静点点头。', '好的。', '吴静'],
    ['说起往事，“那时候真苦。”黄老师叹了口气。', '那时候真苦。', '黄老师'],
    ['李某供述，其“因赌博欠下巨债”。', '因赌博欠下巨债', '李某'],
    ['财报显示，公司“未计提相关坏账准备”。', '未计提相关坏账准备', '财报'],
    ['声明称，公司“从未授权任何第三方”。', '从未授权任何第三方', '声明'],
    ['外交部发言人林剑表示，中方“坚决反对任何形式的单边制裁”。', '坚决反对任何形式的单边制裁', '林剑'],
    ['"We are done,” said Peter Hale.', 'We are done,', 'Peter Hale'],
    [
      'Ann Kirk said they left “because they expect better service,” and so would she.',
      'because they expect better service,',
      'Ann Kirk',
    ],
    ["They left ''without a word of thanks'' that day.", 'without a word of thanks', null],
    ['Katy Lang advised her fans to “add a walk to your bucket list.”', 'add a walk to your bucket list.', 'Katy Lang'],
    ['Then Lang lashed out in a letter:“Nobody asked you to leave!”', 'Nobody asked you to leave!', 'Lang'],
    ['The tweet read: “We will never give up.”', 'We will never give up.', 'The tweet'],
    ['His letter reads, “You are out.”', 'You are out.', 'His letter'],
    ['Ann Kirk read “The Long Road” to them and said: “Sleep now.”', 'Sleep now.', 'Ann Kirk'],
    ['As they left, Marsh took her arm and in a whisper said, “Nobody must know.”', 'Nobody must know.', 'Marsh'],
    [
      '“It holds,” Ellis said, leaving it to Ann Grant to reply that “no roof holds for ever here.”',
      'no roof holds for ever here.',
      'Ann Grant',
    ],
    ['Jane Fox came. Mark Bell came. She hit out in a post: “Nobody asked you!”', 'Nobody asked you!', 'Jane Fox'],
    ['判决书写道：“被告人犯受贿罪。”', '被告人犯受贿罪。', '判决书'],
    ['陈刚说，他“听见李明说不会再来”，就走了。', '听见李明说不会再来', '陈刚'],
    ["''We are done,'' said Peter Hale.", 'We are done,', 'Peter Hale'],
    ["Ann Kirk told him to ''leave it all behind'' at once.", 'leave it all behind', 'Ann Kirk'],
    [
      'He asked about the “men who came by night and took whatever they found” in the store.',
      'men who came by night and took whatever they found',
      null,
    ],
    ['She told him that “no one leaves," and shut the gate.', 'no one leaves,', null],
    ['张三说：“李四告诉我‘不要来’，我就没来。”', '李四告诉我‘不要来’，我就没来。', '张三'],
    ['Two brothers run the farm. “It pays,” one said.', 'It pays', null],
    ['Jane Fox met Mark Bell. “I am tired,” she said.', 'I am tired', 'Jane Fox'],
    ['Democrats Vow to ‘Fight On’ After Loss', 'Fight On', 'Democrats'],
    ['Mayor Says ‘No Deal’ in Stadium Row', 'No Deal', 'Mayor'],
    [
      '“I have no comment,” said a spokeswoman for the Ministry of Health.',
      'I have no comment,',
      'a spokeswoman for the Ministry of Health',
    ],
    ['White House press secretary Dana Mills said, “We will see.”', 'We will see.', 'Dana Mills'],
    ['Former President Luis Ortega said “it was a hard year for us”.', 'it was a hard year for us', 'Luis Ortega'],
    ['Rep. Ann Kirk, R-Ohio, said: “We need time.”', 'We need time.', 'Ann Kirk'],
    ['Sen. Tom Wade (D-Mich.) said: “We need time.”', 'We need time.', 'Tom Wade'],
    ['Wade, speaking to farmers in Iowa, said, “You feed us.”', 'You feed us.', 'Wade'],
    [
      'The complaint, which was filed in Boston, alleges that he “hid assets from creditors”.',
      'hid assets from creditors',
      'The complaint',
    ],
    [
      'The audit found that controls were “absent in most branches,” the regulator wrote in its letter.',
      'absent in most branches,',
      'the regulator',
    ],
    ['“怎么办？”记者追问。“只能等。”', '只能等。', null],
    ['二审法院认为，上诉理由“不能成立”。', '不能成立', '二审法院'],
    ['警方通报称，嫌疑人“对犯罪事实供认不讳”。', '对犯罪事实供认不讳', '警方'],
    ['“不知道。”小林摊开双手。', '不知道。', '小林'],
    [
      'The statement, released late on Friday, said the strikes were “a grave mistake by all sides”.',
      'a grave mistake by all sides',
      'The statement',
    ],
    ['"I won\'t resign", Prime Minister Pavel Novotny told parliament.', "I won't resign", 'Pavel Novotny'],
    ['The plan is "dead on arrival", Senator Mark Hale told the BBC.', 'dead on arrival', 'Mark Hale'],
    ['“Not a chance”, Finance Minister Ines Duarte told reporters.', 'Not a chance', 'Ines Duarte'],
    ['"Never again", Acme chief executive Jo Lind told the board.', 'Never again', 'Jo Lind'],
    ['"Fully booked", Mayor Lena Voss said on Monday.', 'Fully booked', 'Lena Voss'],
    ['"This is a dark day", Bishop Paul Arden of Leeds told mourners.', 'This is a dark day', 'Paul Arden'],
    ['Judge Ann Lee of the Second Circuit wrote: “The law is plain.”', 'The law is plain.', 'Ann Lee'],
    ['“我爸说：‘不许去。’”小军低着头说。', '我爸说：‘不许去', '小军'],
    ['“‘别怕。’”奶奶说。', '别怕', '奶奶'],
    ['“他只回了一句‘知道了。’”赵敏苦笑着说。', '他只回了一句‘知道了', '赵敏'],
    ['「爸爸說：『快走。』」林靜說。', '爸爸說：『快走', '林靜'],
    ['世卫组织在声明中说，疫情“远未结束”。', '远未结束', '世卫组织'],
    ['世界银行在报告中表示，全球经济“远比预期脆弱”。', '远比预期脆弱', '世界银行'],
    ['外交部发言人毛宁指出，有关指控“毫无根据”。', '毫无根据', '毛宁'],
    ['俄罗斯国防部称，局势“完全可控”。', '完全可控', '俄罗斯国防部'],
    ['市教育局回应称，学位“仍然紧张”。', '仍然紧张', '市教育局'],
    ['欧盟委员会表示，相关措施“并非针对任何国家”。', '并非针对任何国家', '欧盟委员会'],
    ['卫健委发言人米锋强调，要做到“早发现、早报告”。', '早发现、早报告', '米锋'],
    ['王毅对媒体说，双方进行了“坦诚、实质性”的沟通。', '坦诚、实质性', '王毅'],
    ['王毅同布林肯会谈后对媒体说，双方进行了“坦诚、实质性”的沟通。', '坦诚、实质性', '王毅'],
    ['“活着就好。”陈阿婆抹着眼泪说。', '活着就好', '陈阿婆'],
    ['“先救孩子！”消防员张伟红着眼圈说。', '先救孩子', '张伟'],
    ['“我们赢了！”李娜挥舞着围巾喊道。', '我们赢了', '李娜'],
    ['“没事的。”母亲握着他的手说。', '没事的', '母亲'],
    ['刘老师搓了搓手说：“都好。”', '都好', '刘老师'],
    ['“等一等。”孙磊含泪说道。', '等一等', '孙磊'],
    ['“It is not over,” the World Health Organization warned.', 'It is not over', 'World Health Organization'],
  ])('%s', (text, quote, speaker) => {
    const found = findQuotes(text.split('\n')).map((one) => [bare(one.text), folded(one.speaker)]);
    expect(found).toContainEqual([bare(quote), folded(speaker)]);
  });

  it.each([
    'In his 2019 book “Rivers of the Far North” he walks to the sea.',
    "In his 2019 book ''Rivers of the Far North'' he walks to the sea.",
    'She had read “Perfect Enough: A Long and Winding Road Through Sixty Cold and Empty Counties” by Ann Kirk.',
    'They read “This Kind of War,” by Karl Brandt, on the train.',
    "They filmed it for ''Secrets of the Deep,'' on Channel Four.",
    'The tag <a title="that in an apples-to-apples comparison"> is no speech.',
    'The “best of all possible worlds” was sold.',
    '电影“漫长的告别”今日上映。',
    '公司推进“万企兴万村”行动。',
    '他说，市里要打造“无废城市”。',
    '发言人表示，将举办“非遗进校园”活动。',
    '通知说，要推广“未来工厂”。',
    '市长说，他们住在“春风里、桃园”小区。',
    'Ann Kirk read “the long road” to them.',
  ])('has no speech in %s', (text) => {
    expect(findQuotes([text])).toEqual([]);
  });

  it.each<[text: string, speaker: string | null]>([
    ['Ann Kirk spoke first. Scientists have discovered a berry found there. “It matters.”', 'Ann Kirk'],
    ['Officials have long said, “It matters.”', 'Officials'],
    ['An official who has seen the plan said, “It matters.”', 'An official who has seen the plan'],
  ])('takes no clause for the name of a speaker: %s', (text, speaker) => {
    expect(findQuotes([text]).map((one) => one.speaker)).toEqual([speaker]);
  });

  it('takes a heading in single marks for no speech', () => {
    expect(findQuotes(['She went on.', '‘All Bets Are Off.’', 'He stayed.'])).toEqual([]);
  });

  it.each([
    ['“He lied," she said. "He did not,” said Ann Kirk.', ['He lied,', 'He did not,']],
    ['“He lied about it all,“ said Ann Kirk.', ['He lied about it all,']],
    [
      `He said: "The first thing he told me was 'I am busy,’” and left. “So am I.”`,
      ["The first thing he told me was 'I am busy,’", 'So am I.'],
    ],
    ["''He said: 'Go on then,''' Ann Kirk recalled.", ["He said: 'Go on then,'"]],
  ])('closes mismatched marks: %s', (text, quotes) => {
    expect(findQuotes([text]).map((one) => one.text)).toEqual(quotes);
  });

  it('gives no answer to who asked the question', () => {
    const text = ['沈月说：“桥在修。”', '“什么时候完工？”记者问。', '“年底。”', '“会延期吗？”记者问。', '“不会。”'];
    expect(findQuotes(text).map(({ speaker }) => speaker)).toEqual(['沈月', '记者', '沈月', '记者', '沈月']);
  });
});

describe('whose words two quotations are', () => {
  const speakers = (...paragraphs: string[]): (string | null)[] => findQuotes(paragraphs).map(({ speaker }) => speaker);

  it.each<[text: string, speakers: (string | null)[]]>([
    ['“账目清清楚楚。”其前任会计则透露，“有一笔钱对不上。”', [null, '其前任会计']],
    ['检察官说，“证据确凿。”其辩护人则认为，“事实不清。”', ['检察官', '其辩护人']],
    ['“工程按期完成。”但监理单位却指出，“质量并不合格。”', [null, '监理单位']],
    ['“何时复工？”面对记者追问，刘峰坦言：“还没有时间表。”', [null, '刘峰']],
    ['“太贵了。”孙丽：“我买不起。”', [null, '孙丽']],
    ['“赔不赔？”业主们质问。经理张涛说，“一定赔。”', ['业主们', '张涛']],
    ['“价格合理。”其负责人表示，“没有涨价空间。”', ['其负责人', '其负责人']],
    ['“It holds,” said Anna Brown. Quinn replied: “It does not.”', ['Anna Brown', 'Quinn']],
    ['“Who pays?” asked Senator Dale. Ms. Quinn replied: “I do.”', ['Dale', 'Quinn']],
    ['“先这样。”李强说，“以后再看。”', ['李强', '李强']],
    ['“钱呢？”周明追问妻子。“花光了。”她说。', ['周明', null]],
  ])('of which the second has its own cue: %s', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it.each<[paragraphs: string[], speakers: (string | null)[]]>([
    [['“几点开始的？”“晚上九点。”赵敏回答。'], [null, '赵敏']],
    [
      ['“谁干的？”', '“不清楚。”赵敏说。'],
      [null, '赵敏'],
    ],
    [
      ['“谁干的？”', '赵敏说：“不清楚。”'],
      [null, '赵敏'],
    ],
    [['“Are you sure?” “Quite sure,” said Mills.'], [null, 'Mills']],
    [
      ['“Are you sure?”', '“Quite sure,” said Mills.'],
      [null, 'Mills'],
    ],
  ])('of which the first asks: %j', (paragraphs, expected) => {
    expect(speakers(...paragraphs)).toEqual(expected);
  });

  it('of several questions in a row one person puts all', () => {
    const text = 'Mills asked voters: “Is he honest?” “Is he fair?” “Can he win?”';
    expect(speakers(text)).toEqual(['Mills', 'Mills', 'Mills']);
  });

  it.each<[text: string, speaker: string | null]>([
    ['陈某当庭表示认罪：“我愿意赔偿。”', '陈某'],
    ['被告人陈某当庭表示认罪认罚：“我愿意赔偿。”', '陈某'],
    ['林涛当庭翻供：“那不是我写的。”', '林涛'],
    ['公诉人说：“他早已知情。”', '公诉人'],
    ['“钱去哪了？”一位家长不解。', '一位家长'],
    ['“钱去哪了？”钱女士一头雾水。', '钱女士'],
    ['“钱去哪了？”面对追问，校长沉默不语。', null],
  ])('of one who does something with them: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });
});
