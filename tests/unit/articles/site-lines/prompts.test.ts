/** What a site asks of its readers below an article is known in every language; what an article tells is not taken for it. */

import { expect, test } from "vitest";
import { isAsk } from "../../../../src/articles/site-lines/prompts.ts";

test.each([
  ["en", "Comments with foul language will not be approved."],
  ["en", "Let us know what you think in the comments."],
  ["en", "Bookmark this page for every result of the season."],
  ["en", "Spotted a mistake? Write to us."],
  ["de", "Hinterlasse einen Kommentar!"],
  ["de", "Kommentare mit Beleidigungen werden nicht freigeschaltet."],
  ["de", "Fehler gefunden? Jetzt melden."],
  ["fr", "Laissez votre commentaire ci-dessous."],
  ["fr", "Les commentaires injurieux ne seront pas publiés."],
  ["es", "Deja tu comentario abajo."],
  ["es", "Deja tus dudas y preguntas aquí."],
  ["es", "Los comentarios ofensivos serán eliminados."],
  ["pt", "Deixe os seus comentários e perguntas aqui em baixo! Obrigada pela leitura!"],
  ["pt", "AVISO: Comentários com insultos não serão aprovados."],
  ["pt", "Guarde esta página nos favoritos e volte sempre!"],
  ["it", "Lascia un commento qui sotto."],
  ["it", "Hai notato un errore? Scrivici."],
  ["nl", "Laat hieronder een reactie achter."],
  ["ru", "Оставляйте свои комментарии ниже."],
  ["ru", "Комментарии с оскорблениями удаляются."],
  ["uk", "Діліться своїми думками в коментарях."],
  ["pl", "Zostaw komentarz pod tekstem."],
  ["ar", "اترك تعليقا أدناه"],
  ["zh", "欢迎在下方留言。"],
  ["ja", "ご意見・ご感想をお待ちしております。"],
  ["sv", "Lämna en kommentar"],
  ["tr", "Yorumlarınızı aşağıya yazın."],
  ["ko", "댓글을 남겨 주세요."],
])("%s: a line that asks for comments, or says which are let through, is no sentence of an article: %s", (_, line) => {
  expect(isAsk(line)).toBe(true);
});

test.each([
  "First published in 2031, the novel sold a million copies in its first year.",
  "Comments made by the minister on Monday will be removed from the record, the court ruled.",
  "Posts by the former mayor are moderated by the firm since May.",
  "Spotted an error in the count, officials in Halden ordered a new one.",
  "Tell us, the families of the dead say, what happened below deck.",
  "Fehler gefunden haben die Prüfer in der Bilanz der Stadt.",
  "Beiträge der Rentner werden gelöscht, teilte die Kasse mit.",
  "Les commentaires du ministre seront supprimés du procès-verbal.",
  "Los comentarios del ministro serán eliminados del acta, dijo el juez.",
  "Guarde o dinheiro, disse um dos favoritos da regata.",
  "Condividi il pane",
  "Comments by the mayor of Port Halden angered the fishermen.",
  "Posts about the ferry filled the board of the harbor office.",
  "Kommentare zum Fährstreit gab es im Rat von Halden viele.",
  "Les commentaires du maire ont surpris les pêcheurs de Halden.",
  "Deja un legado lleno de dudas y preguntas sin respuesta.",
  "Deja su cargo tras nueve años al frente del puerto.",
  "Los comentarios del alcalde molestaron a los pescadores.",
  "Os comentários do prefeito irritaram os pescadores.",
  "I commenti del sindaco hanno sorpreso i pescatori.",
  "Комментарии мэра удивили рыбаков.",
  "«Оставьте комментарии при себе», сказала Петрак.",
])("what an article tells of comments stays: %s", (line) => {
  expect(isAsk(line)).toBe(false);
});
