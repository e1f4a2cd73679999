/**
 * What letters beyond ASCII a language is written with, the most frequent first, and how large a share of all its letters
 * they are. Enough to tell which of several readings of the same bytes is a language at all.
 */
export interface Alphabet {
  letters: string
  /** 0 to 1. */
  share: number
}

export const latin: Alphabet[] = [
  // English and any other text in which accents come with names and loan words alone.
  { letters: 'éèáñöüóíçäåøêâãúëïôàæ', share: 0.0005 },
  { letters: 'üäöß', share: 0.016 },
  { letters: 'éàèêôçîâùûëïœ', share: 0.035 },
  { letters: 'óíáéñúü', share: 0.021 },
  { letters: 'ãçáíéóõêúàâôü', share: 0.04 },
  { letters: 'èàòùéìîó', share: 0.007 },
  { letters: 'éëïóèü', share: 0.0015 },
  { letters: 'æåøéüö', share: 0.022 },
  { letters: 'äöåéü', share: 0.045 },
  { letters: 'ðáþíóæöéúý', share: 0.115 },
  { letters: 'óéàíèçúòïü', share: 0.027 },
  { letters: 'áíóéúñ', share: 0.05 },
  { letters: 'łżśąóęćńź', share: 0.06 },
  { letters: 'íáéěžřýčšůúňóťďö', share: 0.133 },
  { letters: 'áčýéížúťšľôäňóďĺŕ', share: 0.112 },
  { letters: 'áéóíöőüúű', share: 0.114 },
  { letters: 'ășțîâ', share: 0.06 },
  { letters: 'ăşţîâ', share: 0.06 },
  { letters: 'čšžćđ', share: 0.027 },
  { letters: 'ëç', share: 0.09 },
  { letters: 'ışüçğöâîİ', share: 0.106 },
  { letters: 'šėųįąžūęč', share: 0.064 },
  { letters: 'āīēšņļūķžģč', share: 0.102 },
  { letters: 'äõüöžš', share: 0.038 },
  { letters: 'ħżġàċùèò', share: 0.07 },
  { letters: 'ĉŭĝŝĵĥ', share: 0.021 },
  { letters: 'ŵâŷôêîûï', share: 0.01 },
]

export const cyrillic: Alphabet[] = [
  'оеаинтрсвлкмдпуяыьгзбчйхжшюцщэфъё',
  'онаивітерскдулпмязьбгчйюжцхєшїфщґ',
  'аеионтрвсдклзпмъябучгжйфцщхшю',
  'аеиорнтскувдпмзјлбгњчшљцжћхђфџ',
  'аеоинтрвсдклпмузјбгчшцњжфхќѓљџѕ',
  'анрыкіелтдвсопяцмузўьгбэчшйюжхфё',
].map((letters) => ({ letters, share: 0.95 }))

export const greek: Alphabet[] = [{ letters: 'ατοεινσρηπμκυςίλγδέόήάθωχύφώβξζψϊϋΐΰ', share: 0.95 }]

export const hebrew: Alphabet[] = [{ letters: 'יוהלתרמאשבנדםעחכקפגסןצזטךץף', share: 0.95 }]

export const arabic: Alphabet[] = [
  { letters: 'الميتونرةعفدسبحقكهأجإصذخطىضشزغثئءؤآظ', share: 0.95 },
  { letters: 'ایردنهومتبکشسلزخفقعگحپجصآظطچضغذيكژئ', share: 0.95 },
]

export const thai: Alphabet[] = [{ letters: 'ารนกอมงเดลยตวทสบแหคจไปะขพใชำถผณโซธภญศษฟๆฉุ่้ีิัืู็์ึํฺ๊๋', share: 0.95 }]

/** The characters that make up most of any Chinese text, in both orthographies. */
export const commonChinese = new Set(
  `的一是不了在人有我他这这個个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运
  這們來為國說時會對於過發後裡種經學現當沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產給話門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運請稱連選錯檔訊號碼顯輸網檢`,
)

/** Likewise of Japanese, beside its syllables. */
export const commonKanji = new Set(
  '日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走政議民連対部合市内相定回選米実関決全表戦経最現調化当約首法性的要制治務成期取都和機平加受続進数記初指権支産点報済活原共得解交資予向際勝面告反判認参利組信在件側任引求所次昨論官増係感情投示変打直両式確果容必演歳争談能位置流格疑過局放常状球職与供役構割身費付由説難優夫収断石違消神番規術備宅害配警育席訪乗残想声助労例然限追商葉伝働形景落好退頭負渡失差末守若種美命福望非観察段横深申様財港識呼達良候程満敗値突光路科積他処太客否師登易速存飛殺号単座破除完降責危給苦迎具因馬愛富彼未',
)

export const commonHangul = new Set(
  '이다는에의을가로고하한를은지사기도인대어자리으시서라수해나정아과부보일그전있들주것제만여스장상원조었미국위공신경성동면적우오했치구마연소세화당관계던야까요더문개방트무명였내생선안비산재유되거회않물실발모용식교영통분학날민입중니습없저간금게년월말씀합니까와든또때할수된될및등새로글파람합열린르드크러프그레테터토타포차처출최추취침카코키태택특판편평표품하함항행향험현형호환활황후히힘',
)
