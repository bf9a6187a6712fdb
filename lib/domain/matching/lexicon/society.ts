/** Terms of health, science, technology, nature, sport and daily life, in English and Chinese. The shape of a row is told in news-lexicon.ts. */

export const society = `
artificial intelligence, ai | 人工智能 ai
large language model, llm, large model, language model, foundation model, ai model, flagship model | 大模型 大语言模型 语言模型 旗舰大模型 旗舰模型
small model, compact model, lightweight model, light model, mini model | 小模型 轻量版模型 轻量模型 轻量版 轻量级模型
flagship | 旗舰
api, application programming interface, interface price, api price | 接口 接口价格 api 应用程序接口
parameter | 参数
training, train, training run, train model | 训练 训练成本 训练费用 练
compute, computing, computing power, computing cost | 算力 计算 算力费用 算力成本
token | 词元 token
chatbot, ai assistant | 聊天机器人 智能助手
prompt, query, question, request, user question | 提问 询问 提示词 查询 问题
robot, humanoid | 机器人 人形机器人
self-driving, autonomous driving, driverless, robotaxi | 自动驾驶 无人驾驶 无人出租车
quantum computer, quantum computing | 量子计算机 量子计算 量子电脑
chip, semiconductor, processor | 芯片 半导体 处理器
gpu, graphics card, accelerator | 显卡 图形处理器 gpu
chip designer, chip design, chipmaker | 芯片设计公司 芯片设计商 芯片设计 芯片商 芯片公司
data centre, data center, datacenter | 数据中心
cloud, cloud computing | 云计算 云 云服务
infrastructure | 基础设施 基建
software, app, application | 软件 应用
smartphone, mobile phone, phone, handset | 智能手机 手机
short video, short-video | 短视频
streaming, stream, video streaming | 流媒体 视频流媒体
music streaming | 音乐流媒体
search, search engine, search market | 搜索 搜索引擎 搜索市场
advertising technology, ad tech, adtech | 广告技术 广告科技
browser | 浏览器
internet, online, web | 互联网 网络 在线 上网
gamer, video game | 游戏 电子游戏
satellite | 卫星
rocket | 火箭
launch into space, lift off, blast off, liftoff | 发射 升空 发射升空
spacecraft, space probe, lunar probe | 飞船 探测器 航天器
space station | 空间站
moon, lunar | 月球 登月 探月
mars | 火星
telescope | 望远镜 太空望远镜
astronaut | 宇航员 航天员
electric vehicle, electric car, ev, battery car, battery-electric, fully electric, electric carmaker, bev, battery electric vehicle | 电动车 电动汽车 纯电动车 纯电车 纯电动 纯电 电车
new energy vehicle, new-energy vehicle, nev, plug-in | 新能源汽车 新能源车
hybrid | 混动 混合动力 插混
battery, power battery, traction battery | 电池 动力电池
energy storage, storage battery, energy-storage | 储能 储能电池
charge battery, charger, recharge, fast charging, flash charging | 充电 快充 闪充 超充
range, driving range | 续航 续航里程 多跑
vehicle, car, auto | 汽车 车辆 车 轿车 新车 台新车
carmaker, automaker, car company, car firm | 车企 汽车公司 汽车制造商 电动车公司
warning light, dashboard symbol, warning symbol, dashboard | 警示灯 警告灯 仪表盘 警示符号 仪表
truck, lorry | 卡车 货车
railway, train, rail, high-speed rail | 火车 铁路 高铁 列车
metro, subway, underground | 地铁
bus, coach | 客车 公交车 巴士 大巴
aircraft, plane, airliner, jet | 飞机 客机
airline, carrier | 航空公司 航司
airport, runway | 机场 跑道
flight | 航班
pilot | 飞行员 机师 机长
cabin crew, flight attendant | 空乘 乘务员
passenger | 乘客 旅客
container ship, cargo ship, freighter, vessel, boat | 集装箱船 货轮 货船 船 箱船
port, harbour, harbor | 港口 码头
bridge | 大桥 桥
tunnel | 隧道
road, highway, motorway | 公路 高速公路 道路
crash, collide, collision, plunge into, smash into | 坠毁 相撞 坠机 碰撞 撞 坠入 撞上
derail, derailment | 脱轨
sink | 沉没
traffic accident, accident | 事故 车祸 意外
explosion, explode, blast | 爆炸
fire, blaze, wildfire, burn, charred | 火灾 大火 山火 野火 起火 烧毁
earthquake, quake, tremor | 地震
tsunami | 海啸
flood, flooding | 洪水 洪灾 水灾
typhoon, hurricane, cyclone | 台风 飓风
landslide, mudslide | 山体滑坡 滑坡 泥石流
volcano, eruption | 火山
drought | 干旱 旱灾
heatwave, heat wave | 热浪 高温
storm, tornado | 风暴 龙卷风
dam, reservoir | 大坝 水库
river | 河 江
sea level | 海平面
ocean, sea | 海洋 海
forest, woodland | 森林 林地
climate, climate change, global warming, warming | 气候 气候变化 全球变暖 变暖
climate finance, climate fund | 气候资金 气候融资
developed country, rich country, rich nation | 发达国家 富国
emission, greenhouse gas, greenhouse gas emission, carbon emission, net emission | 排放 排放量 温室气体 碳排放 净排放 净排放量
carbon dioxide, co2, carbon | 二氧化碳 碳
net zero, carbon neutral, carbon neutrality | 碳中和 净零
carbon peak, peak | 峰值 碳达峰 达峰
fossil fuel, non-fossil | 化石燃料 化石能源
pre-industrial, industrial revolution, preindustrial, before industrialisation | 工业化前 工业革命前 工业革命以前 前工业化
temperature, degree, warmer, hotter, heat | 气温 温度 摄氏度 度 升温 热 更热
solar, photovoltaic, solar power, solar panel | 光伏 太阳能
wind power, wind, wind farm | 风电 风力 风力发电
hydropower, hydroelectric | 水电 水力发电
nuclear power, nuclear plant, nuclear power station, reactor, nuclear power plant | 核电 核电站 核反应堆 反应堆
coal-fired, coal power, coal plant, coal-fired power plant, plant burning coal, burning coal | 燃煤 煤电 燃煤电厂 燃煤发电
power plant, power station | 发电厂 电站 电厂
electricity, power generation, power | 电力 发电 发电量 用电
gigawatt, megawatt, kilowatt, gw | 千瓦 吉瓦 兆瓦
renewable, clean energy, renewable energy | 可再生能源 清洁能源
energy | 能源
hydrogen | 氢 氢能
pollution, air pollution, smog | 污染 空气污染 雾霾
plastic | 塑料
waste, rubbish, garbage | 垃圾 废物
wastewater, waste water | 废水 核污染水 污水
species, endangered | 物种 濒危
panda | 熊猫
whale | 鲸
fish, seafood, fishing, fishery | 水产品 海鲜 渔业 鱼
rice | 大米 稻米 水稻
wheat | 小麦
corn, maize | 玉米
soybean, soya | 大豆
grain, crop, harvest | 粮食 收成 庄稼
farm, farmer, agriculture, farming | 农业 农民 农场
food, foodstuff | 食品 食物
hunger, famine, starve, hungry | 饥饿 饥荒 挨饿
pork, meat, beef | 猪肉 牛肉 肉
milk, dairy, infant formula, baby formula | 奶粉 乳业 牛奶 乳制品
alcohol, liquor, wine, beer | 酒 白酒 啤酒 葡萄酒
tobacco, smoking, cigarette, smoke | 烟草 吸烟 香烟 抽烟
sweetener, aspartame | 阿斯巴甜 甜味剂
carcinogenic, carcinogen, cause cancer | 致癌 致癌物
cancer, tumour, tumor | 癌症 癌 肿瘤
diabetes, diabetic, type 2 diabetes | 糖尿病 2型糖尿病
obesity, obese, overweight, weight loss, weight-loss, slim, slimming, lose weight | 肥胖 肥胖症 减重 减肥 瘦 瘦下来
body weight, weight | 体重
heart disease, heart attack | 心脏病
dementia, alzheimer | 痴呆 阿尔茨海默
depression, mental health, anxiety | 抑郁 心理健康 精神健康
suicide | 自杀
loneliness, lonely | 孤独
drug, medicine, medication, pill | 药物 药品 药
vaccine, vaccination, vaccinate, jab | 疫苗 接种
clinical trial, trial, study participant, drug study | 临床试验 试验
volunteer, participant, subject, trial volunteer, patient in trial | 受试者 志愿者 参与者 试验者
drop out, quit the study, withdrew from, dropped out, drop-out | 中途退出 退出试验
patient | 患者 病人
doctor, physician, medic | 医生 大夫
nurse | 护士
hospital, clinic | 医院 诊所
surgery, operation, transplant | 手术 移植
disease, illness, infection, infected | 疾病 感染 病
virus | 病毒
outbreak, epidemic | 疫情 暴发
pandemic | 大流行
covid, covid-19, coronavirus, sars-cov-2 | 新冠 新冠疫情 新冠病毒 新冠肺炎
mpox, monkeypox | 猴痘
ebola | 埃博拉
malaria, malaria-free | 疟疾 无疟疾
measles | 麻疹
flu, influenza, bird flu | 流感 禽流感
hiv, AIDS | 艾滋病 艾滋
tuberculosis | 结核病
cholera | 霍乱
dengue | 登革热
chikungunya | 基孔肯雅热
health emergency, global health emergency, public health emergency, emergency of international concern, public health emergency of international concern, global emergency | 突发公共卫生事件 卫生紧急状态 国际关注的突发公共卫生事件 公共卫生紧急事件 全球卫生紧急状态 公共卫生事件
emergency, state of emergency | 紧急状态 紧急
health, healthcare, public health | 健康 卫生 医疗 公共卫生
certify, certified, certification, certificate | 认证 证书 获认证
premature death, early death | 过早死亡 早亡
life expectancy | 预期寿命 人均寿命
food safety, contaminate, contamination, bacteria | 食品安全 受污染 细菌 菌
daily intake, acceptable daily intake | 每日允许摄入量 摄入量
research, study, researcher, paper, scientist | 研究 研究人员 论文 科学家
research and development, r&d | 研发 研发投入
expert, academic, professor | 专家 学者 教授
university, college | 大学 高校
graduate, graduating | 毕业生 毕业
student, pupil, undergraduate | 学生 在校生 本科生
private school, independent school | 私立学校 私校
school | 学校
teacher | 教师 老师
sign up, apply for exam, register for, registered, enrolment, enrollment, applicant, candidate for exam | 报名 报考 报名人数 考生
exam, examination, test | 考试
education | 教育
museum, gallery | 博物馆 博物院 美术馆
visitor, tourist, tourism, visit museum | 游客 观众 旅游 参观
library | 图书馆
book, novel, bestseller | 书 小说 书籍
film, movie, box office | 电影 票房 影片
concert, tour | 演唱会 巡演
music, song, album | 音乐 歌曲 专辑
palace | 宫殿 皇宫
television, tv, broadcast | 电视 播出
viewer, audience, viewership, watched, tune in | 观众 收视 观看 收视人数
newspaper, media, press | 媒体 报纸
journalist, reporter | 记者
artist, painting, art | 艺术 画作 画家
auction | 拍卖
award, prize | 奖 奖项 大奖
fashion, luxury | 时尚 奢侈品
church, pope, religious, religion | 教会 教皇 宗教
temple, mosque | 寺庙 清真寺
football, soccer | 足球
basketball | 篮球
tennis | 网球
table tennis, ping pong | 乒乓球
badminton | 羽毛球
volleyball | 排球
swimming, swim, swimmer | 游泳
athletics, sprint | 田径
marathon | 马拉松
gymnastics | 体操
skiing, ski | 滑雪
figure skating | 花样滑冰
boxing | 拳击
chess | 国际象棋
pole vault, vault, pole-vault, cleared bar | 撑竿跳 撑杆跳 横杆 撑竿跳高
world record, break record, set a record | 世界纪录 刷新纪录
gold medal, top of the podium, took gold | 金牌 夺金
silver medal | 银牌
bronze medal | 铜牌
medal | 奖牌
champion, championship, title, crown | 冠军 夺冠 头衔 锦标
singles title, singles | 单打 单打冠军
woman single, women singles | 女单
man single, men singles | 男单
final | 决赛
semi-final, semifinal | 半决赛
match, game | 比赛 场比赛
goal scored, scored | 进球
transfer, free transfer, free agent, no transfer fee, sign for, transfer fee | 转会 自由转会 转会费 自由身 加盟
coach of team, head coach | 教练 主帅
doping | 兴奋剂
stadium | 体育场
team, delegation, squad | 队 代表团 球队
athlete, player | 运动员 球员 选手
host, stage | 主办 举办
weather, rain, rainfall, snow | 天气 降雨 雨 雪
water | 水
air | 空气
child birth, maternity, childcare | 生育 育儿 托育
woman, female, women | 女性 妇女 女
man, male, men | 男性 男
black | 黑人
muslim, islam | 穆斯林 伊斯兰
jewish, jew, antisemitism | 犹太 犹太人 反犹
christian | 基督教
`;
