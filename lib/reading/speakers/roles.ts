/**
 * Words that say what a speaker is (`合伙人`, `chief executive`), and words that end the name of an organisation (`集团`,
 * `University`). The lists hold what news prose uses of people who are quoted. They are closed classes in practice: a
 * missing word costs a role, never a wrong name. Invariant: every list is in reading form (lower case, simplified).
 */

import { buildEndings, buildLexicon, endingAt, wordList } from '#lib/text/lexicon';

const hanRoleWords = wordList(`
    ceo cto cfo coo cmo cio cso 首席执行官 首席技术官 首席财务官 首席运营官 首席科学家 首席经济学家 首席分析师 首席代表 首席设计师 首席研究员 创始人 联合创始人 共同创始人 创办人
    发起人 总裁 副总裁 执行总裁 高级副总裁 董事长 副董事长 执行董事 常务董事 董事会主席 独立董事 董事总经理 董事 总经理 副总经理 经理 产品经理 项目经理 基金经理 客户经理 合伙人 管理合伙人
    创始合伙人 执行合伙人 投资人 天使投资人 投资总监 总监 战略总监 技术总监 市场总监 运营总监 主管 主任 副主任 部长 副部长 局长 副局长 处长 副处长 科长 司长 市长 副市长 省长 副省长 县长 区长
    镇长 乡长 村长 州长 书记 副书记 党委书记 秘书长 副秘书长 秘书 发言人 新闻发言人 负责人 相关负责人 有关负责人 主要负责人 工作人员 专家 研究专家 研究员 副研究员 预报员 气象员 飞行员 消防员 教练员 驾驶员 讲解员 护林员 首席预报员 首席气象官 研究者 学者 教授 副教授
    助理教授 讲师 院长 副院长 所长 副所长 校长 副校长 院士 博士 硕士 博士生 研究生 博士后 大学生 学生 同学 老师 教师 班主任 工程师 高级工程师 总工程师 程序员 开发者 开发人员 设计师 架构师
    分析师 经济学家 科学家 历史学家 社会学家 心理学家 气象学家 生物学家 物理学家 律师 法官 检察官 公诉人 辩护人 会计 出纳 被告人 被害人 犯罪嫌疑人 嫌疑人 医生 护士 医师 主治医师 主任医师 副主任医师 护士长 记者 编辑 主编 总编辑 主持人 作家 诗人 导演
    编剧 制片人 制作人 演员 歌手 艺人 画师 画家 艺术家 摄影师 运动员 教练 主教练 主帅 少帅 领队 队长 球员 门将 前锋 后卫 警察 民警 消防员 司机 外卖员 外卖骑手 骑手 快递员 店主 店员 店长
    老板 老板娘 商家 卖家 买家 用户 网友 消费者 顾客 居民 村民 市民 业主 家长 母亲 父亲 爷爷 奶奶 外公 外婆 姥姥 姥爷 爸爸 妈妈 叔叔 舅舅 姑姑 婶婶 伯伯 哥哥 姐姐 弟弟 妹妹 妻子 丈夫 儿子 女儿 家属 亲属 邻居 目击者 当事人 知情人 知情人士 内部人士 业内人士 业内专家 消息人士
    权威人士 市场人士 人士 从业者 创业者 创业家 企业家 创客 员工 前员工 职员 高管 管理层 主席 副主席 委员 代表 议员 参议员 众议员 总统 副总统 首相 副首相 总理 副总理 国王 女王 外长 防长
    财长 卫生部长 国务卿 大使 领事 将军 上校 司令 司令员 参谋长 受访者 博主 up主 主播 网红 志愿者 村支书 支书 厂长 农户 农民 工人 会长 副会长 理事长 理事 总干事 干事 掌门人 一把手 操盘手
    操盘者 城主 交易员 投资者 股民 飞行员 机长 乘客 旅客 游客 患者 病人 租客 房东 中介 保安 保洁员 候选人 领导人 官员 警官 探员 译者 作者 馆长 台长 站长 社长 行长 副行长 支行长 客服
    代理人 被告 原告 证人 嫌疑人 店家 店东 摊主 养殖户 种植户 种粮大户 老人 女子 男子 女孩 男孩 小伙 先生 女士 小姐 大爷 大妈 阿姨 师傅 爱好者 使用者 观察者 观察家 评论员 评论家 策划人
    经纪人 负责人之一 校友 毕业生 船长 渔民 牧民 矿工 军人 战士 老兵 队员 学员 馆员 讲解员 导游 厨师 主厨 保姆 月嫂 育儿嫂 求职者 应聘者 面试官 猎头 hr 人力资源总监 财务总监 艺术总监
    副总监 首席 总编 副总编 创作者 科研人员 技术人员 研发人员 从业人员 销售 销售员 销售经理 门店经理 大堂经理 区域经理 总代理 经销商 代理商 供应商 合作方 投资方 主办方 消防队长 中队长 大队长
    支队长 所长 警长 局座 村医 校医 药师 药剂师 营养师 咨询师 顾问 战略顾问 高级顾问 法律顾问 董秘 董事会秘书 监事 股东 大股东 实际控制人 控制人 法定代表人 传承人 非遗传承人 工匠 木匠 石匠
    干部 群众 基层干部 公务员 球迷 歌迷 粉丝 车主 机主 业者 同事 队友 室友 司仪 保育员 接线员 收银员 售货员 服务员 检测员 检验员 巡护员 护林员
  `);

/** Roles that follow a name as a form of address (田涛源教授, 李女士, 王总). */
const hanTitles = new Set(
  wordList(`
    先生 女士 小姐 教授 院士 博士 老师 医生 医师 律师 法官 警官 同学 主任 部长 局长 市长 省长 总统 总理 书记 校长 院长 所长 师傅 大爷 大妈 阿姨 外长 防长 首相 将军 司令 议员 行长 会长
    主席 董事长 总
  `),
);

/** What ends the name of a body in Chinese. */
const hanBodyWords = wordList(`
 公司 集团 科技 资本 创投 银行 证券 基金 基金会 委员会 办公室 研究院 研究所 大学 学院 医院 法院 检察院 协会 学会 商会 联合会 联盟 机构 组织 政府 中心 实验室 平台 媒体 日报 晚报 时报
 早报 新闻 新闻社 通讯社 电视台 杂志 周刊 官方 警方 校方 院方 厂方 店方 军方 检方 辩方 控方 俄方 中方 美方 日方 韩方 欧方 英方 法方 德方 乌方 以方 资方 团队 企业 俱乐部 球队 航空
 汽车 药业 保险 交易所 央行 美联储 白宫 国会 五角大楼 外交部 教育部 财政部 商务部 工信部 发改委 国家发展改革委 卫健委 国家卫健委 统计局 国家统计局 网信办 证监会 银保监会 世卫组织 世界卫生组织
 联合国 欧盟 北约 世贸组织 国际货币基金组织 世界银行 克里姆林宫 总统府 国防部 司法部 最高法 最高检 公安局 公安部 应急管理局 气象局 气象台 市场监管局 监管局 管理局 交通局 教育局 工会 教会 智库
 大厂 店 厂 部 局 委 院 报 社 网 厅 署 办 方面 传媒 影业 电器 制药 石油 石化 物流 快递 地产 置业 酒店 控股 实业 重工
 半导体 出版社 博物馆 图书馆 学校 中学 小学 幼儿园 村委会 居委会 街道办 物业 麦肯锡 高盛 摩根士丹利 摩根大通 花旗 瑞银 彭博 德勤 普华永道 毕马威 安永 波士顿咨询 标普 穆迪 惠誉 苹果 谷歌
 微软 特斯拉 英伟达 三星 亚马逊 脸书 推特 英特尔 丰田 波音 华为 小米 阿里巴巴 腾讯 百度 京东 美团 字节跳动 快手 网易 咨询 律所 事务所
  `);

/** Documents and findings: they state things but nobody speaks. */
const hanDocumentWords = wordList(`
    数据 报告 统计 研究 调查 结果 消息 资料 文件 公告 财报 年报 通报 分析 论文 白皮书 声明 榜单 问卷 图表 证据 事实 记录 监测 数字 民调 说法 观点 信息 材料 判决书 起诉书 招股书
    招股说明书 文章 文中 社论 报道 简历 介绍 规定 草案 方案 计划 通知 意见 迹象 经验 历史 实践 趋势 法案 法律 条例
  `);

/** A title may also follow a name; a role stands before it. */
export type HanRole = 'role' | 'title';

export const hanRoles = buildLexicon([
  ...hanRoleWords.map((word): [string, HanRole] => [word, hanTitles.has(word) ? 'title' : 'role']),
  ...wordList('总').map((word): [string, HanRole] => [word, 'title']),
]);

const hanBodies = buildEndings(hanBodyWords);
const hanDocuments = buildEndings(hanDocumentWords);

/** Whether a span ends like the name of an organisation. */
export function endsInBody(form: string, start: number, end: number): boolean {
  return end - start >= 2 && endingAt(hanBodies, form, end, start) !== null;
}

/** The word for a document or finding that ends a span, or null. */
export function documentEnding(form: string, start: number, end: number): string | null {
  return endingAt(hanDocuments, form, end, start);
}

const englishRoleWords = wordList(`
    ceo cto cfo coo cmo chief_executive chief_executive_officer chief_financial_officer chief_operating_officer
    chief_technology_officer chief_economist chief_scientist chief_strategist chief_of_staff
    chief_medical_officer chief_analyst police_chief chief president vice_president senior_vice_president
    executive_vice_president chairman chairwoman chairperson chair vice-chair founder co-founder cofounder
    director managing_director executive_director deputy_director manager general_manager partner
    managing_partner head deputy_head leader boss executive executives owner co-owner investor investors
    entrepreneur principal dean professor associate_professor assistant_professor lecturer researcher
    researchers scientist scientists economist economists analyst analysts strategist historian sociologist
    psychologist biologist physicist epidemiologist climatologist ecologist geologist engineer engineers
    developer developers designer programmer author writer journalist reporter reporters editor editor-in-chief
    columnist presenter host filmmaker actor actress singer musician artist photographer coach manager captain
    player players striker goalkeeper defender midfielder spokesman spokeswoman spokesperson spokespeople
    spokesmen secretary_of_defense secretary_of_defence secretary_of_health secretary_of_labor secretary_of_commerce
    minister_of_health minister_of_finance minister_of_defence minister_of_defense minister_of_justice
    minister_of_education speaker_of_the_house chancellor_of_the_exchequer minister prime_minister foreign_minister finance_minister defence_minister defense_minister
    health_minister deputy_minister secretary secretary_of_state foreign_secretary home_secretary
    secretary-general chancellor mayor deputy_mayor governor lieutenant_governor senator senators
    representative congressman congresswoman lawmaker lawmakers mp mps councillor councilor councilman
    councilwoman commissioner ambassador attorney attorney_general prosecutor prosecutors lawyer lawyers judge
    justice sheriff officer officers detective superintendent sergeant general colonel major admiral commander
    official officials aide aides adviser advisor advisers advisors counsel doctor physician surgeon nurse
    nurses paramedic patient teacher teachers student students pupil parent parents mother father wife husband
    son daughter sister brother neighbour neighbor neighbours neighbors resident residents farmer farmers
    fisherman worker workers employee employees driver drivers passenger passengers witness witnesses victim
    victims survivor volunteer volunteers activist activists campaigner campaigners organiser organizer
    protester protesters shopkeeper trader traders customer customers user users consumer consumers tenant
    tenants landlord homeowner source sources person people man woman boy girl teenager expert experts critic
    critics observer observers insider insiders member members candidate king queen prince princess pope
    archbishop bishop priest rabbi imam superintendent trustee treasurer curator librarian archivist conductor
    composer chef pilot astronaut technician plumber mechanic electrician consultant contractor supplier broker
    banker accountant auditor regulator regulators statistician forecaster meteorologist virologist
    immunologist cardiologist pediatrician paediatrician pharmacist veterinarian coroner graduate intern
    veteran soldier soldiers refugee refugees migrant migrants villager villagers supporter supporters fan fans
    opponent opponents rival rivals colleague colleagues friend friends authorities organisers organizers
    investigators detectives firefighters rescuers police union defendant defendants plaintiff plaintiffs
    accused suspect suspects primatologist mathematician hr_manager chairperson treasurer headteacher
    head_teacher headmaster principal commentator blogger podcaster company firm bank group ministry agency
    government department university school hospital court committee council charity team club regulator
    airline operator manufacturer maker retailer startup start-up watchdog think-tank newspaper magazine
    broadcaster network organisation organization association federation institute
  `);

/** English roles that are bodies: `the company said`. */
const englishBodyRoles = new Set(
  wordList(`
    company firm bank group ministry agency government department university school hospital court committee
    council charity team club regulator airline operator manufacturer maker retailer startup start-up watchdog
    newspaper magazine broadcaster network organisation organization association federation institute union
    police authorities
  `),
);

export type EnglishRole = 'person' | 'body';

export const englishRoles = buildLexicon(
  englishRoleWords.map((word): [string, EnglishRole] => [word, englishBodyRoles.has(word) ? 'body' : 'person']),
);

/** Capitalised words that mark a name as that of an organisation. */
export const englishBodyWords = new Set(
  wordList(`
    inc corp corporation ltd llc plc co company group holdings partners capital ventures bank fund foundation
    institute institution university college school academy hospital clinic ministry department office bureau
    agency administration authority commission committee council court parliament congress senate house party
    union association federation league club society network times post journal news reuters bloomberg guardian
    gazette herald tribune observatory laboratory laboratories labs museum library church organization
    organisation board service services systems technologies technology software motors airlines airways energy
    pharmaceuticals industries research center centre team police army navy force treasury reserve exchange
    nations trust studios records media press international who nato un eu fda fbi cia cdc nasa imf opec unicef
    unesco oecd wto ecb fed nhs bbc cnn ap afp microsoft google apple amazon meta tesla openai nvidia intel ibm
    samsung toyota boeing airbus gartner mckinsey deloitte pwc kpmg twitter facebook tiktok bytedance tencent
    alibaba baidu huawei moscow beijing washington london brussels tokyo kyiv downing white kremlin pentagon
  `),
);

/** Courtesy and professional titles that precede a name and are not part of it. */
export const englishTitles = new Set(
  wordList(`
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister brother capt captain col
    colonel gen general lt lieutenant sgt sergeant maj major cmdr admiral adm sen senator rep representative
    gov governor pres president chancellor mayor judge justice king queen prince princess pope chairman
    chairwoman secretary minister detective inspector officer sheriff coach ambassador councillor congressman
    congresswoman
  `),
);

/** Titles and roles that reveal a speaker's gender, for `he` and `she`. */
export const femaleWords = new Set(
  wordList(`
    mrs ms miss lady dame queen princess sister mother wife daughter woman girl spokeswoman chairwoman
    congresswoman councilwoman actress businesswoman 女士 小姐 母亲 妻子 女儿 女子 女孩 阿姨 大妈 奶奶 外婆 姥姥 妈妈 姑姑 婶婶 姐姐 妹妹 女王 老板娘 月嫂
  `),
);
export const maleWords = new Set(
  wordList(`
    mr sir lord king prince brother father husband son man boy spokesman chairman congressman councilman actor
    businessman 先生 父亲 丈夫 儿子 男子 男孩 大爷 爷爷 外公 姥爷 爸爸 叔叔 舅舅 伯伯 哥哥 弟弟 国王 小伙
  `),
);

/** First names common in English-language news that reveal gender (US SSA and ONS lists of the most given names). */
export const femaleNames = new Set(
  wordList(`
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy sandra ashley emily
    kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia
    kathleen amy angela anna emma olivia sophia sophie isabella charlotte amelia grace alice julia maria ana
    elena fatima aisha priya jane kate katherine catherine rachel hannah lucy ruth claire clara diana eva
    ingrid marta sofia rosa nadia leila yuki mei christine ursula angela theresa kamala hillary janet
  `),
);
export const maleNames = new Set(
  wordList(`
    james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony
    mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel sam frank gregory
    raymond patrick alexander jack dennis jerry tom peter simon martin adam henry oliver harry luis carlos juan
    jose pedro diego ahmed mohammed muhammad omar ali hassan ivan hiroshi kenji raj arjun elon satya sundar tim
    bill jeff marc mario joe barack vladimir emmanuel boris rishi keir
  `),
);
