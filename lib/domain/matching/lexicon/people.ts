/**
 * People in the news, in English and Chinese, with what each leads as an association: writers say "Musk's carmaker" for
 * Tesla. The shape of a row is told in news-lexicon.ts.
 */

export const people = `
donald trump, trump ~unitedstates | 特朗普 川普
joe biden, biden ~unitedstates | 拜登
barack obama, obama ~unitedstates | 奥巴马
kamala harris, Harris ~unitedstates | 哈里斯 贺锦丽
hillary clinton, clinton ~unitedstates | 希拉里 希拉里克林顿
jd vance, Vance ~unitedstates | 万斯
george bush, Bush ~unitedstates | 布什
nancy pelosi, pelosi ~unitedstates | 佩洛西
bernie sanders, sanders ~unitedstates | 桑德斯
robert kennedy, rfk ~unitedstates | 肯尼迪
marco rubio, rubio ~unitedstates | 鲁比奥
scott bessent, bessent ~unitedstates | 贝森特
janet yellen, yellen ~unitedstates | 耶伦
jerome powell, powell ~federalreserve | 鲍威尔
gary gensler, gensler ~sec | 根斯勒
antony blinken, blinken ~unitedstates | 布林肯
henry kissinger, kissinger ~unitedstates | 基辛格
anthony fauci, fauci ~unitedstates | 福奇
xi jinping ~china | 习近平
li qiang ~china | 李强
wang yi ~china | 王毅
pan gongsheng ~peoplebankofchina | 潘功胜
vladimir putin, putin ~russia | 普京
sergei lavrov, lavrov ~russia | 拉夫罗夫
alexei navalny, navalny ~russia | 纳瓦利内
volodymyr zelensky, zelensky, zelenskyy ~ukraine | 泽连斯基
keir starmer, starmer ~uk | 斯塔默
rishi sunak, sunak ~uk | 苏纳克
boris johnson ~uk | 约翰逊 鲍里斯约翰逊
liz truss, Truss ~uk | 特拉斯
theresa may ~uk | 特雷莎梅
king charles, charles iii ~uk | 查尔斯国王 查尔斯三世
queen elizabeth, elizabeth ii ~uk | 伊丽莎白女王 伊丽莎白二世 英国女王
emmanuel macron, macron ~france | 马克龙
marine le pen, le pen ~france | 勒庞
olaf scholz, scholz ~germany | 朔尔茨
friedrich merz, Merz ~germany | 默茨
angela merkel, merkel ~germany | 默克尔
giorgia meloni, meloni ~italy | 梅洛尼
pedro sanchez ~spain | 桑切斯
viktor orban, orban ~hungary | 欧尔班
mark rutte, rutte ~nato | 吕特
jens stoltenberg, stoltenberg ~nato | 斯托尔滕贝格
ursula von der leyen, von der leyen ~europeancommission | 冯德莱恩
christine lagarde, lagarde ~europeancentralbank | 拉加德
margrethe vestager, vestager ~europeancommission | 韦斯塔格
andrew bailey ~bankofengland | 贝利
kazuo ueda, ueda ~bankofjapan | 植田和男
kristalina georgieva, georgieva ~internationalmonetaryfund | 格奥尔基耶娃
antonio guterres, guterres ~unitednations | 古特雷斯
tedros, tedros adhanom ghebreyesus ~worldhealthorganization | 谭德塞
pope francis ~vatican | 方济各 教宗方济各
pope leo ~vatican | 利奥十四世
justin trudeau, trudeau ~canada | 特鲁多
mark carney, carney ~canada | 卡尼
anthony albanese, albanese ~australia | 阿尔巴尼斯
jacinda ardern, ardern ~newzealand | 阿德恩
narendra modi, modi ~india | 莫迪
imran khan ~pakistan | 伊姆兰汗
sheikh hasina, hasina ~bangladesh | 哈西娜
shinzo abe, Abe ~japan | 安倍 安倍晋三
fumio kishida, kishida ~japan | 岸田文雄 岸田
shigeru ishiba, ishiba ~japan | 石破茂
sanae takaichi, takaichi ~japan | 高市早苗
yoon suk yeol, yoon ~southkorea | 尹锡悦
lee jae-myung ~southkorea | 李在明
kim jong un ~northkorea | 金正恩
tsai ing-wen ~taiwan | 蔡英文
lai ching-te ~taiwan | 赖清德
recep tayyip erdogan, erdogan ~turkey | 埃尔多安
benjamin netanyahu, netanyahu ~israel | 内塔尼亚胡
mahmoud abbas ~palestine | 阿巴斯
ali khamenei, khamenei ~iran | 哈梅内伊
ebrahim raisi, raisi ~iran | 莱希
bashar al-assad, assad ~syria | 阿萨德
mohammed bin salman ~saudiarabia | 小萨勒曼 本萨勒曼
lula da silva, lula ~brazil | 卢拉
jair bolsonaro, bolsonaro ~brazil | 博索纳罗
javier milei, milei ~argentina | 米莱
nicolas maduro, maduro ~venezuela | 马杜罗
claudia sheinbaum, sheinbaum ~mexico | 辛鲍姆
cyril ramaphosa, ramaphosa ~southafrica | 拉马福萨
nelson mandela, mandela ~southafrica | 曼德拉
elon musk, musk ~tesla ~spacex ~twitter | 马斯克
sam altman, altman ~openai | 奥尔特曼 阿尔特曼 奥特曼
greg brockman, brockman ~openai | 布罗克曼
ilya sutskever, sutskever ~openai | 苏茨克维
mira murati, murati ~openai | 穆拉蒂
dario amodei, amodei ~anthropic | 阿莫迪
mark zuckerberg, zuckerberg ~meta | 扎克伯格
sundar pichai, pichai ~google | 皮查伊
sergey brin, Brin ~google | 布林
demis hassabis, hassabis ~deepmind | 哈萨比斯
geoffrey hinton, hinton | 辛顿
yann lecun, lecun ~meta | 杨立昆
satya nadella, nadella ~microsoft | 纳德拉
bill gates, Gates ~microsoft | 比尔盖茨 盖茨
steve jobs ~apple | 乔布斯
tim cook ~apple | 库克
jeff bezos, bezos ~amazon | 贝索斯
andy jassy, jassy ~amazon | 贾西
jensen huang ~nvidia | 黄仁勋
lisa su ~amd | 苏姿丰
pat gelsinger, gelsinger ~intel | 基辛格
morris chang ~tsmc | 张忠谋
masayoshi son ~softbank | 孙正义
larry ellison, Ellison ~oracle | 埃里森
warren buffett, buffett ~berkshirehathaway | 巴菲特
charlie munger, munger ~berkshirehathaway | 芒格
jamie dimon, dimon ~jpmorgan | 戴蒙
ray dalio, dalio | 达利欧
george soros, soros | 索罗斯
rupert murdoch, murdoch | 默多克
bernard arnault, arnault ~lvmh | 阿尔诺
bob iger, iger ~disney | 艾格
reed hastings, hastings ~netflix | 黑斯廷斯
jack ma ~alibaba | 马云
joe tsai ~alibaba | 蔡崇信
eddie wu, wu yongming ~alibaba | 吴泳铭
pony ma ~tencent | 马化腾
robin li ~baidu | 李彦宏
lei jun ~xiaomi | 雷军
ren zhengfei ~huawei | 任正非
meng wanzhou ~huawei | 孟晚舟
wang chuanfu ~byd | 王传福
robin zeng, zeng yuqun ~catl | 曾毓群
li bin, william li ~nio | 李斌
he xiaopeng ~xpeng | 何小鹏
li xiang ~liauto | 李想
zhang yiming ~bytedance | 张一鸣
shou zi chew ~tiktok | 周受资
wang xing ~meituan | 王兴
colin huang ~pinduoduo | 黄峥
richard liu, liu qiangdong ~jdcom | 刘强东
wang jianlin | 王健林
hui ka yan, xu jiayin ~evergrande | 许家印
li ka-shing | 李嘉诚
dong mingzhu | 董明珠
zhong shanshan | 钟睒睒
liang wenfeng ~deepseek | 梁文锋
akio toyoda ~toyota | 丰田章男
carlos ghosn, ghosn ~nissan | 戈恩
sam bankman-fried, bankman-fried ~ftx | 班克曼弗里德
changpeng zhao ~binance | 赵长鹏
julian assange, assange | 阿桑奇
edward snowden, snowden | 斯诺登
jeffrey epstein, epstein | 爱泼斯坦
greta thunberg, thunberg ~climate | 通贝里
taylor swift | 泰勒斯威夫特 霉霉
beyonce | 碧昂丝
lionel messi, messi ~football | 梅西
cristiano ronaldo, ronaldo ~football | c罗 罗纳尔多 克里斯蒂亚诺罗纳尔多
kylian mbappe, mbappe ~football | 姆巴佩
neymar ~football | 内马尔
erling haaland, haaland ~football | 哈兰德
rodri ~football | 罗德里
lamine yamal, yamal ~football | 亚马尔
ousmane dembele, dembele ~football | 登贝莱
luka modric, modric ~football | 莫德里奇
novak djokovic, djokovic ~tennis | 德约科维奇 小德
rafael nadal, nadal ~tennis | 纳达尔
roger federer, federer ~tennis | 费德勒
carlos alcaraz, alcaraz ~tennis | 阿尔卡拉斯
jannik sinner, Sinner ~tennis | 辛纳
serena williams ~tennis | 小威廉姆斯 小威
zheng qinwen ~tennis | 郑钦文
li na ~tennis | 李娜
armand duplantis, mondo duplantis, duplantis ~polevault | 杜普兰蒂斯
usain bolt ~athletics | 博尔特
eliud kipchoge, kipchoge ~marathon | 基普乔格
simone biles, biles ~gymnastics | 拜尔斯
michael phelps, phelps ~swimming | 菲尔普斯
pan zhanle ~swimming | 潘展乐
lebron james ~basketball | 勒布朗詹姆斯
stephen curry ~basketball | 库里
kobe bryant ~basketball | 科比
yao ming ~basketball | 姚明
lewis hamilton ~formulaone | 汉密尔顿
max verstappen, verstappen ~formulaone | 维斯塔潘
eileen gu ~skiing | 谷爱凌
christopher nolan | 诺兰
hayao miyazaki | 宫崎骏
haruki murakami | 村上春树
mo yan | 莫言
liu cixin | 刘慈欣
han kang | 韩江
albert einstein, einstein | 爱因斯坦
stephen hawking, Hawking | 霍金
adolf hitler, hitler | 希特勒
`;
