/**
 * Counted things: their nouns and classifiers in Chinese and English, with the English singular that names each. Invariant: a
 * word means one thing in its language. Light: a page that writes figures loads this and no reader.
 */

/** Classifiers that count, with the noun they imply when none follows (null: none). Of several with one noun the first is shown. */
export const CLASSIFIERS = new Map<string, string | null>([
  ...Object.entries({
    person: '人 名 位 人次',
    company: '家',
    unit: '台 部',
    household: '户 户家庭',
    vehicle: '辆',
    ship: '艘',
    share: '股',
    time: '次 回 场次',
    house: '套',
    case: '例 起 宗',
    point: '分 点',
    seat: '席',
    item: '件 项',
    animal: '头 匹',
    paper: '篇',
    deal: '笔 单',
    vote: '票',
    aircraft: '架',
    game: '局',
    floor: '层',
    room: '间',
    lot: '手',
    ticket: '张',
    school: '所',
    bottle: '瓶',
    person_: '口',
    round: '轮 届 期',
    kind: '种 类',
    model: '款',
    article: '条',
    event: '场',
    book: '本 册',
    vessel: '只',
    image: '幅',
  }).flatMap(([unit, words]) => words.split(' ').map((word): [string, string | null] => [word, unit.replace('_', '')])),
  ...[...'个只双对块颗粒根支枚座道片面盏棵株朵束堂剂门份群批组步级页段栋幢处站章句字本副串扇碗杯盒箱袋把盘代'].map(
    (word): [string, null] => [word, null],
  ),
  ['打', null],
  ['个人', 'person'],
]);

/**
 * A counted thing: the Chinese classifier it is shown with ('' where its noun needs none; null where the thing is shown by
 * a classifier of the table above), its Chinese nouns that follow a classifier, those that may follow the number itself
 * (`50万用户`), and its English plurals and other forms. The first Chinese noun is the one shown. A noun whose English
 * plural is regular needs no row to be read.
 */
type Noun = [classifier: string | null, afterClassifier: string, afterNumber: string, english: string];

const COUNTED: [name: string, noun: Noun][] = Object.entries({
  company: ['家', '公司 企业 上市公司 子公司 创业公司', '', 'companies firms'],
  bank: ['家', '银行', '', ''],
  store: ['家', '门店 店铺 店 商店 餐厅', '', 'stores'],
  school: ['所', '学校 高校', '', ''],
  hospital: ['家', '医院', '', ''],
  institution: ['家', '机构', '', ''],
  country: ['个', '国家', '', 'countries'],
  city: ['个', '城市', '', 'cities'],
  province: ['个', '省份 省', '', ''],
  project: ['个', '项目', '', ''],
  product: ['款', '产品', '', ''],
  question: ['个', '问题', '', ''],
  time: [null, '次数', '', 'times'],
  building: ['座', '建筑', '', 'buildings building'],
  village: ['个', '村', '', ''],
  model: ['款', '模型 型号 机型', '', ''],
  case: [null, '案例 病例 案件', '', 'cases'],
  month: [null, '月', '', ''],
  bed: ['张', '床位 病床', '', 'beds bed'],
  satellite: ['颗', '卫星', '', ''],
  missile: ['枚', '导弹 弹道导弹', '', ''],
  rocket: ['枚', '火箭', '', ''],
  bomb: ['枚', '炸弹', '', ''],
  medal: ['枚', '奖牌 金牌 银牌 铜牌', '', ''],
  tree: ['棵', '树', '', ''],
  bridge: ['座', '大桥 桥梁 桥', '', 'bridges'],
  reservoir: ['座', '水库', '', ''],
  airport: ['个', '机场', '', ''],
  island: ['座', '岛屿', '', ''],
  apple: ['个', '苹果', '', ''],
  solution: ['种', '方案 解决方案', '', ''],
  team: ['支', '团队', '', ''],
  patent: ['项', '专利', '', ''],
  job: ['个', '岗位 职位', '就业岗位', 'jobs'],
  reason: ['个', '原因', '', ''],
  brand: ['个', '品牌', '', ''],
  user: ['个', '', '用户 注册用户 活跃用户 月活用户 日活用户 付费用户', 'users'],
  employee: ['名', '', '员工 雇员 职工', 'staff employees headcount'],
  person: [null, '', '人口 人员 人群 民众 市民 居民 群众 死 伤', 'people persons person'],
  parameter: ['个', '', '参数', 'parameters'],
  follower: ['名', '', '粉丝 关注者', 'followers'],
  student: ['名', '', '学生 大学生', 'students'],
  customer: ['名', '', '客户 顾客 消费者', 'customers'],
  view: ['', '', '播放量 播放 浏览 点击', 'views'],
  worker: ['名', '', '工人 农民工', 'workers'],
  household: [null, '', '家庭', 'households'],
  viewer: ['名', '', '观众', ''],
  subscriber: ['名', '', '订户 订阅用户', 'subscribers'],
  child: ['名', '', '儿童 孩子', 'children'],
  developer: ['名', '', '开发者', ''],
  member: ['名', '', '会员 成员', ''],
  soldier: ['名', '', '士兵 军人', ''],
  investor: ['名', '', '投资者 股民 投资人', ''],
  patient: ['名', '', '患者', ''],
  visitor: ['名', '', '游客 旅客', ''],
  token: ['个', '', '词元', ''],
  shareholder: ['名', '', '股东', ''],
  teacher: ['名', '', '教师', ''],
  doctor: ['名', '', '医生', ''],
  expert: ['名', '', '专家', ''],
  merchant: ['家', '', '商户 商家', ''],
  creator: ['名', '', '创作者', ''],
  author: ['名', '', '作者', ''],
  engineer: ['名', '', '工程师', ''],
  researcher: ['名', '', '研究人员 研究员', ''],
  download: ['', '', '下载量 下载', 'downloads'],
  order: ['笔', '', '订单', ''],
  copy: ['', '', '份拷贝', ''],
  man: [null, '', '', 'men'],
  woman: [null, '', '', 'women'],
  family: [null, '', '', 'families family'],
  share: [null, '', '', 'shares'],
  death: [null, '', '', 'deaths'],
  vote: [null, '', '', 'votes'],
  seat: [null, '', '', 'seats'],
  home: [null, '', '', 'homes'],
  vehicle: [null, '', '', 'vehicles'],
  impression: [null, '', '', 'impressions'],
  aircraft: [null, '', '', 'aircraft'],
  point: [null, '', '', 'points'],
  business: [null, '', '', 'businesses'],
} satisfies Record<string, Noun>);

const wordsOf = (column: string): string[] => (column === '' ? [] : column.split(' '));

/** Chinese nouns that may follow a number without a classifier. */
export const DIRECT_NOUNS = new Set(COUNTED.flatMap(([, [, , afterNumber]]) => wordsOf(afterNumber)));

/** All Chinese nouns. */
export const HAN_NOUNS = new Map(
  COUNTED.flatMap(([name, [, afterClassifier, afterNumber]]) =>
    [...wordsOf(afterClassifier), ...wordsOf(afterNumber)].map((word): [string, string] => [word, name]),
  ),
);

/** English nouns whose singular is not the plural less `s`, and synonyms of one thing (`people`, `staff`). */
export const LATIN_NOUNS = new Map(
  COUNTED.flatMap(([name, [, , , english]]) => wordsOf(english).map((word): [string, string] => [word, name])),
);

/** How Chinese writes a counted thing after a number (`家公司`, `个用户`). */
export const HAN_COUNTS = new Map<string, string>([
  ...[...CLASSIFIERS].flatMap(([word, name]): [string, string][] => (name === null ? [] : [[name, word]])).toReversed(),
  ...COUNTED.flatMap(([name, [classifier, afterClassifier, afterNumber]]): [string, string][] =>
    classifier === null ? [] : [[name, classifier + (wordsOf(afterClassifier || afterNumber)[0] ?? '')]],
  ),
]);
