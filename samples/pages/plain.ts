/** Ledger & Tide's pages: tables, line breaks for paragraphs, no metadata, as made in 1999 and never touched since. */

import type { Block } from "../article.ts";
import { escapeHtml, type PageInput, toInline, toLinks, toTime } from "../markup.ts";

function toPlainBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<b>${toInline(block.text)}</b><br><br>`;
    case "list":
      return `${block.items.map((item) => `&#8226; ${toInline(item)}<br>`).join("\n")}<br>`;
    case "see":
    case "more":
      return `<font size="2"><i>See also: <a href="#">${toInline(block.text)}</a></i></font><br><br>`;
    case "ad":
      return `<table align="right" border="1" width="120"><tr><td><font size="1">ADVERTISEMENT<br>${toInline(block.text)}</font></td></tr></table>`;
    case "caption":
      return `<font size="1" color="gray">PHOTO: ${toInline(block.text)}</font><br><br>`;
    case "newsletter":
      return `<font size="1">${toInline(block.text)} <a href="#">Join our mailing list</a></font><br><br>`;
    default:
      return `${toInline(block.text)}<br><br>`;
  }
}

export function toPlainPage(page: PageInput): string {
  const { article, outlet } = page;
  const credit = [article.byline === null ? "" : `By ${article.byline}`, toTime(page.publishedAt, "en-US")];
  const charset = article.charset === "utf-8" ? "utf-8" : article.charset;
  return `<HTML><HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${charset}">
<TITLE>${escapeHtml(outlet.title)}: ${escapeHtml(article.title)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000">
<TABLE WIDTH="100%"><TR><TD COLSPAN="2" BGCOLOR="#003344"><FONT COLOR="white" SIZE="5">${escapeHtml(outlet.title)}</FONT>
<FONT COLOR="white" SIZE="1">${escapeHtml(outlet.tagline)}</FONT></TD></TR>
<TR><TD WIDTH="160" VALIGN="top"><FONT SIZE="2"><A HREF="#">Home</A><BR><A HREF="#">Markets</A><BR><A HREF="#">Ports</A><BR><A HREF="#">Fisheries</A><BR><A HREF="#">Science</A><BR><A HREF="#">Archive</A></FONT>
<P><B>Latest articles</B><UL>
${toLinks(page.others.slice(0, 6))}
</UL></TD>
<TD VALIGN="top"><H1>${escapeHtml(article.title)}</H1>
<FONT SIZE="2">${credit
    .filter((each) => each !== "")
    .map(escapeHtml)
    .join(" | ")}</FONT><HR>
<DIV CLASS="story">
${article.blocks.map(toPlainBlock).join("\n")}
</DIV>
<HR><FONT SIZE="1"><A HREF="#">Print this page</A> | <A HREF="#">Send to a friend</A> | <A HREF="#">Letters to the editor</A></FONT>
</TD></TR>
<TR><TD COLSPAN="2" ALIGN="center"><FONT SIZE="1">Copyright ${page.now.getUTCFullYear()} ${escapeHtml(outlet.title)}. Quotes delayed by at least 20 minutes.</FONT></TD></TR></TABLE>
</BODY></HTML>`;
}
