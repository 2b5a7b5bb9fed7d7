/** Knows the sentences in which a site asks something of its reader or speaks of its rights, in the languages served. */

const LENGTH_MAX = 280;
/** Somebody's words are the article's, whatever they ask for. */
const QUOTED = /["“”„«»「『]/u;

const toPattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"), "iu");

/** One pattern a language; each part begins where the line does unless what it says is never said in an article. */
const PATTERNS: readonly RegExp[] = [
  // English
  toPattern(
    "^(?:please |to )?(?:subscribe|sign[ -]up|register|join)\\b.{0,120}\\b(?:newsletters?|inbox|mailing list|alerts|(?:daily|weekly|morning) (?:briefing|digest|e-?mail)|to (?:continue|unlock|keep) reading|our (?:channel|community|podcast))\\b",
    "^(?:subscribe|sign up|register|log in) (?:now|today|here|to (?:read|continue|unlock|comment))\\b",
    "^already a (?:subscriber|member)",
    "^(?:get|receive|have)\\b.{0,120}\\b(?:your inbox|our newsletters?)\\b",
    "^(?:download|install|get)\\b.{0,20}\\bour\\b.{0,30}\\bapps?\\b",
    "^(?:support|help (?:us )?fund|help us)\\b.{0,60}\\bjournalism\\b",
    "^become an? (?:member|subscriber|supporter)\\b",
    "^(?:donate|contribute) (?:today|now|here)\\b",
    "^(?:click|tap) here (?:to|for)\\b",
    "^(?:see|find|read|get|watch) more\\b.{0,80}\\bhere\\.?$",
    "^(?:do you )?(?:have|got) (?:an?|any)\\b.{0,30}\\b(?:stor(?:y|ies)|tips?|questions?|comments?|feedback)\\b.{0,60}\\b(?:e-?mail|contact|send|let us know|write|get in touch|message)\\b",
    "^(?:e-?mail|contact|write to|message) (?:us|the (?:author|reporter|writer|newsroom|editor))\\b",
    "^(?:join|continue) the (?:conversation|discussion)\\b",
    "^(?:leave|post|add|share) (?:a|your) (?:comments?|thoughts)\\b.{0,60}\\bbelow\\b",
    "^(?:listen|watch|subscribe)\\b.{0,60}\\b(?:our podcast|latest episode|our (?:youtube )?channel|wherever you get your)\\b",
    "\\ball rights reserved\\b",
    "^the (?:views|opinions)(?: and opinions)? expressed\\b.{0,60}\\b(?:are|do not|belong)\\b",
    "^(?:this (?:article|post|page|story)|our (?:articles|site)|we|some (?:of the )?links)\\b.{0,60}\\b(?:affiliate links?|affiliate commission|earn a (?:small )?commission)\\b",
    "^this (?:article|story|piece|post|report|column) (?:was |is )?(?:originally |first )(?:appeared|published|ran)\\b.{0,100}$",
    "^(?:originally|first) published (?:by|on|in|at)\\b.{0,80}$",
  ),
  // German
  toPattern(
    "^(?:jetzt |hier )?(?:abonnieren sie|abonniere|abonniert|melden sie sich|melde dich|meldet euch|registrieren sie sich|bestellen sie|erhalten sie)\\b.{0,120}(?:newsletter|push-|whatsapp|podcast)",
    "^jetzt (?:abonnieren|registrieren|anmelden|testen|weiterlesen)",
    "^(?:hier|zum|zur|und hier)\\b.{0,40}newsletter",
    "^(?:laden sie|lade|ladet|holen sie sich|hol dir)\\b.{0,40}\\bapp\\b",
    "(?:enthält|enthalten).{0,30}(?:affiliate|werbelinks|provisions)",
    "alle rechte vorbehalten",
    "^(?:haben sie|hast du|sie haben|du hast)\\b.{0,60}(?:fragen|hinweise|anregungen|tipps?|fehler|feedback)(?!\\p{L}).{0,80}(?:schreib|mail|kontakt|meld)",
    "^(?:schreiben sie|schreib|schreibt|mailen sie|kontaktieren sie) (?:uns|der redaktion|an die redaktion)",
    "^diese[rs]? (?:text|artikel|beitrag) (?:erschien|ist|wurde)\\b.{0,40}(?:zuerst|ursprünglich|erstmals)",
    "^(?:artikel|beitrag) (?:teilen|drucken|merken|kommentieren)$",
    "^(?:diskutieren sie|diskutiere|diskutiert) mit(?!\\p{L})",
    "^unterstützen sie\\b.{0,60}journalismus",
  ),
  // French
  toPattern(
    "^(?:abonnez-vous|s[’']abonner|je m[’']abonne|déjà abonné)",
    "^(?:inscrivez-vous|recevez|retrouvez)\\b.{0,120}(?:newsletter|infolettre|boîte mail|podcast|notifications)",
    "^(?:cet|l[’'])\\s?article est (?:réservé|accessible).{0,30}abonnés",
    "^téléchargez\\b.{0,40}application",
    "tous droits réservés",
    "^partager (?:cet |l[’'])\\s?article$",
    "^(?:une question|une info|un témoignage|une remarque)\\b.{0,60}(?:écrivez|contactez)-nous",
    "liens? (?:d[’'])?affili",
    "^cet article (?:a été publié|est paru|a d[’']abord)\\b.{0,40}(?:initialement|d[’']abord|originalement|pour la première fois)",
  ),
  // Spanish
  toPattern(
    "^(?:suscríbe(?:te|se)|suscríbase|regístra?(?:te|se)|regístrese|inscríbete|apúntate|recibe|reciba)\\b.{0,120}(?:boletín|boletines|newsletter|correo|canal|alertas|para (?:seguir|continuar|leer))",
    "^(?:descarga|descargue|descárgate|bájate)\\b.{0,40}(?:app|aplicación)",
    "^(?:puedes|puede|también puedes) seguirnos",
    "todos los derechos reservados",
    "^(?:compartir|comparte|comparta) (?:este|el|esta|la) (?:artículo|noticia|nota)$",
    "^(?:inicia sesión|hazte (?:socio|suscriptor))",
    "^(?:únete|súmate)\\b.{0,60}(?:canal|whatsapp|telegram)",
  ),
  // Portuguese
  toPattern(
    "^(?:assine|inscreva-se|cadastre-se|receba|participe|subscreva)\\b.{0,120}(?:newsletter|boletim|e-?mail|canal|grupo|whatsapp|telegram)",
    "^(?:clique aqui|acesse aqui)",
    "^(?:baixe|descarregue)\\b.{0,40}(?:app|aplicativo|aplicação)",
    "todos os direitos reservados",
    "^(?:compartilhe|compartilhar|partilhe|partilhar) (?:esta|este|a|o) \\S+$",
  ),
  // Italian
  toPattern(
    "^(?:iscriviti|iscrivetevi|abbonati|registrati|ricevi)\\b.{0,120}(?:newsletter|canale|e-?mail|posta|per (?:leggere|continuare)|whatsapp|telegram)",
    "^scarica\\b.{0,40}\\bapp\\b",
    "riproduzione riservata|tutti i diritti riservati",
    "^condividi(?: \\S+){0,2}$",
  ),
  // Dutch
  toPattern(
    "^(?:abonneer|schrijf je in|meld je aan|ontvang)\\b.{0,120}(?:nieuwsbrief|nieuwsbrieven|mailbox|podcast|whatsapp)",
    "^download\\b.{0,40}\\bonze\\b.{0,20}app\\b",
    "alle rechten voorbehouden",
    "^(?:deel|delen) dit artikel|^artikel delen$",
    "^heb (?:je|jij|u)\\b.{0,40}(?:tips?|vragen|vraag|opmerking)\\b.{0,60}(?:mail|laat het|neem contact)",
  ),
  // Polish
  toPattern(
    "^(?:zapisz się|subskrybuj|zaprenumeruj|zarejestruj się|dołącz)(?!\\p{L}).{0,120}(?:newsletter|kana[łl]|powiadomie|czyta[ćj])",
    "^pobierz\\b.{0,40}aplikacj",
    "wszelkie prawa zastrzeżone",
    "^udostępnij(?: ten)? artykuł$",
  ),
  // Russian and Ukrainian
  toPattern(
    "^(?:подпишитесь|подписывайтесь|подписаться|зарегистрируйтесь|присоединяйтесь|получайте)(?!\\p{L}).{0,120}(?:рассылк|канал|уведомлен|телеграм|telegram|дзен|push)",
    "^(?:скачайте|установите|скачать)(?!\\p{L}).{0,40}приложени",
    "(?:все|всі|усі) права (?:защищены|захищен[оі])",
    "^(?:поделиться|поделитесь|поділитися|поділіться)(?: \\S+){0,2}$",
    "^.{0,60}(?:в|у|на) наш(?:ем|ей|у|ому|ій|их) (?:телеграм|telegram|канал|рассылк|розсил|приложени|вайбер|viber)",
    "^(?:нашли|заметили|увидели|знайшли|помітили|побачили) (?:ошибку|опечатку|помилку)",
    "^(?:підпишіться|підписуйтес[ья]|підписатися|зареєструйтес[ья]|приєднуйтес[ья]|долучайтес[ья])(?!\\p{L}).{0,120}(?:розсилк|канал|сповіщен|телеграм|telegram)",
    "^(?:завантажте|встановіть)(?!\\p{L}).{0,40}(?:застосун|додаток)",
  ),
  // Arabic
  toPattern(
    "^(?:اشترك|اشتركوا|سجل|سجلوا|انضم|انضموا) .{0,100}(?:نشر|قناة|قناتنا|بريد|واتساب|تلغرام|تليغرام)",
    "^(?:حمل|حمّل|حملوا|نزّل|نزل) .{0,20}تطبيق",
    "الحقوق محفوظة",
    "^(?:شارك|شاركوا|مشاركة) (?:المقال|الخبر|هذا المقال|هذا الخبر)$",
  ),
  // Chinese and Japanese
  toPattern(
    "^(?:请|請|欢迎|歡迎)?(?:订阅|訂閱|关注|關注|扫码|掃碼|扫描|加入).{0,30}(?:简报|簡報|通讯|電子報|电子报|公众号|公眾號|频道|頻道|二维码|微信|telegram)",
    "^(?:请|請)?(?:下载|下載).{0,20}(?:应用|應用|app|客户端|客戶端)",
    "(?:版权|版權)所有|未[经經].{0,8}(?:授[权權]|[许許]可).{0,10}[转轉][载載]",
    "^(?:分享|转发|轉發)(?:这篇|這篇|本文|此文|到).{0,10}$",
    "^[（(【\\[]?(?:责任编辑|責任編輯|编辑|編輯|责编|校对|審校|编审)[:：].{1,20}$",
    "(?:メールマガジン|メルマガ|ニュースレター|アプリ|line).{0,20}(?:登録|購読|ダウンロード|友だち追加)(?:する|は|を|してください|できます)?.{0,10}$",
    "無断(?:転載|複製|複写)",
    "^(?:この記事を)?(?:シェア|共有)(?:する)?$",
    "^(?:続きを読むには|この記事は(?:会員|有料会員)限定)",
  ),
];

/** A whole line that asks the reader for something, or says whose the text is: never a sentence of the article. */
export const isAsk = (line: string): boolean =>
  line.length <= LENGTH_MAX && !QUOTED.test(line) && PATTERNS.some((pattern) => pattern.test(line));
