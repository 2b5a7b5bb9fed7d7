/** Which pictures tell of an article: not those that count readers, name the site or show its author. */

/** What is known of a picture before it is looked at. */
export interface PictureFacts {
  readonly url: string;
  /** As declared: "image/jpeg"; null when nothing is said. */
  readonly type?: string | null;
  readonly width?: number | null;
  readonly height?: number | null;
}

const URL_LENGTH_MAX = 2000;
/** A smaller one is a thumb of a thumb, an icon, or there to count its readers. */
const LONG_SIDE_MIN = 100;
const SHORT_SIDE_MIN = 60;
/** A banner is an advertisement. */
const RATIO_MAX = 4;
/** Wider ones are made for print; platforms refuse some of them. */
const WIDTH_WISHED_MAX = 2048;

/** Drawings may hold programs, the rest are no pictures. */
const OTHER_EXTENSION =
  /\.(?:svgz?|ico|cur|bmp|tiff?|psd|eps|pdf|mp3|m4a|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|avi|m3u8|mpe?g|js|css|html?|xml|json|zip)$/i;
const PICTURE_EXTENSION = /\.(?:jpe?g|jfif|pjpeg|png|webp|gif|avif)$/i;
const OTHER_TYPE = /^image\/(?:svg|x-icon|vnd\.microsoft\.icon|bmp|x-ms-bmp|tiff|vnd\.adobe)/i;

/** Servers that count readers or show advertisements, whatever their files are called. */
const COUNTING_HOST =
  /(?:^|\.)(?:feedburner\.com|feedsportal\.com|feedblitz\.com|doubleclick\.net|googlesyndication\.com|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.(?:net|com)|statcounter\.com|vgwort\.de|ioam\.de|ivwbox\.de|pixel\.wp\.com|stats\.wordpress\.com|adnxs\.com|criteo\.(?:com|net)|taboola\.com|outbrain\.com|moatads\.com|facebook\.com|yandex\.ru|mail\.ru|hit\.gemius\.pl|gemius\.pl|xiti\.com|omtrdc\.net|2o7\.net|imrworldwide\.com)$/i;
const COUNTING_LABEL =
  /^(?:pixels?|track(?:er|ing)?|stats?|counters?|beacons?|analytics|metrics?|ads?|adserver|piwik|matomo)\d*$/i;
const PERSON_HOST = /(?:^|\.)(?:gravatar\.com|robohash\.org|ui-avatars\.com)$/i;

/** Words a path is made of, between anything that is no letter. */
const NO_PICTURE_WORDS: ReadonlySet<string> = new Set(
  `pixel pixels beacon tracker tracking track spacer blank clear transparent counter count stat stats analytics impression
  openrate logo logos logotype brandmark wordmark masthead favicon favicons icon icons sprite sprites emoji emojis smiley smilies smileys badge badges
  avatar avatars gravatar userpic userpics profilepic headshot headshots byline bylines
  author authors contributor contributors columnist columnists
  placeholder placeholders noimage nophoto noimg nopicture missing dummy
  button buttons btn share sharing captcha banner banners advert adverts advertisement`.split(/\s+/),
);
/** The same, put together of two words. */
const NO_PICTURE_PAIRS: ReadonlySet<string> = new Set(
  `touch-icon no-image no-photo no-picture no-img default-image default-photo default-thumbnail default-share default-og
  og-default og-image-default social-default social-share share-image share-default site-image fallback-image image-fallback
  profile-pic profile-pics profile-photo profile-picture profile-image profile-images user-photo user-image author-photo staff-photos coming-soon`.split(
    /\s+/,
  ),
);

const isSmall = (width: number | null, height: number | null): boolean => {
  if (width !== null && height !== null)
    return Math.max(width, height) < LONG_SIDE_MIN || Math.min(width, height) < SHORT_SIDE_MIN;
  return (width ?? height ?? LONG_SIDE_MIN) < LONG_SIDE_MIN;
};

/** Whether a picture of these sides, as far as they are known, is one to show. */
export function isShowableSize(width: number | null, height: number | null): boolean {
  if (isSmall(width, height)) return false;
  return width === null || height === null || Math.max(width, height) <= RATIO_MAX * Math.min(width, height);
}

/** The words of a path: "/wp-content/siteLogo_2.png" holds wp, content, site, logo, png. */
function toWords(path: string): readonly string[] {
  return path
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}

const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** "-32x32.png" and "1x1.gif" tell their size. */
function isNamedSmall(path: string): boolean {
  for (const [, width, height] of path.matchAll(/(?<![\da-z])(\d{1,4})x(\d{1,4})(?![\da-z])/gi))
    if (Number(width) > 0 && Number(height) > 0 && !isShowableSize(Number(width), Number(height))) return true;
  return false;
}

function readSide(query: URLSearchParams, names: readonly string[]): number | null {
  for (const name of names) {
    const side = Number(query.get(name) ?? "");
    if (Number.isInteger(side) && side > 0) return side;
  }
  return null;
}

function saysNoPicture(url: URL): boolean {
  const path = decodePath(url.pathname);
  const words = toWords(path);
  if (
    words.some((word, index) => NO_PICTURE_WORDS.has(word) || NO_PICTURE_PAIRS.has(`${word}-${words[index + 1] ?? ""}`))
  )
    return true;
  return (
    isNamedSmall(path) ||
    isSmall(readSide(url.searchParams, ["w", "width"]), readSide(url.searchParams, ["h", "height"]))
  );
}

/** Whether this may be a picture of an article, by all that is known before it is looked at. */
export function isPictureOfArticle({ url, type = null, width = null, height = null }: PictureFacts): boolean {
  if (url.length > URL_LENGTH_MAX || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
  const parsed = new URL(url);
  if (OTHER_EXTENSION.test(parsed.pathname)) return false;
  const declared = type?.trim().toLowerCase() ?? "";
  if (declared !== "" && (OTHER_TYPE.test(declared) || !/^(?:image\b|application\/octet-stream)/.test(declared)))
    return false;
  if (COUNTING_HOST.test(parsed.hostname) || PERSON_HOST.test(parsed.hostname)) return false;
  if (
    parsed.hostname
      .split(".")
      .slice(0, -2)
      .some((label) => COUNTING_LABEL.test(label))
  )
    return false;
  return isShowableSize(width, height) && !saysNoPicture(parsed);
}

/** By its address or its declared kind a picture, rather than something else. */
export const looksLikePicture = (url: string, type: string | null): boolean =>
  type === null || type.trim() === ""
    ? URL.canParse(url) && PICTURE_EXTENSION.test(new URL(url).pathname)
    : /^image\//i.test(type.trim());

/** The widest that is not too wide; of several of unknown width the first. */
export function choosePicture(pictures: readonly PictureFacts[]): string | null {
  const fit = pictures.filter(isPictureOfArticle);
  const rank = ({ width = null }: PictureFacts): number =>
    width === null ? 0 : width <= WIDTH_WISHED_MAX ? width : WIDTH_WISHED_MAX / width;
  return (
    fit.reduce<PictureFacts | null>((best, each) => (best === null || rank(each) > rank(best) ? each : best), null)
      ?.url ?? null
  );
}
