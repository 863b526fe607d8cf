import { errorCodes, type ErrorCode } from '../../shared/error-codes.ts'
import { enFailures } from '../../shared/failures/en/failure-texts.ts'
import { failureTable } from '../../shared/failures/failure-table.ts'
import { vendorErrorsOf } from '../../shared/failures/vendor-errors.ts'
import { zhCnFailures } from '../../shared/failures/zh-CN/failure-texts.ts'
import type { CodeFacts, KnowledgePage, PageLink, Topic } from '../../shared/ipc/models-knowledge.ts'
import type { ArticleId } from '../../shared/knowledge/article-ids.ts'
import { isErrorCode, type Reference } from '../../shared/knowledge/reference.ts'
import { topicNames } from '../../shared/knowledge/topics.ts'
import type { Article, Articles } from './article.ts'

/** An article as it is, or a code's page, put together from the table of codes and the article that explains it. */
export function pageOf(articles: Articles, reference: Reference): KnowledgePage {
  if (isErrorCode(reference)) return codePage(articles, reference)
  const { id, title, blocks, check, related } = known(articles, reference)
  return {
    reference: id,
    title,
    blocks: [...blocks],
    ...(check === undefined ? {} : { check }),
    related: related.map((other) => linkTo(known(articles, other))),
    codes: errorCodes.filter((code) => failureTable[code].article === id).map(linkToCode),
  }
}

export function topicsOf(articles: Articles): Topic[] {
  const all = [...articles.values()]
  return topicNames.map((name) => ({ name, articles: all.filter(({ topic }) => topic === name).map(linkTo) }))
}

function codePage(articles: Articles, code: ErrorCode): KnowledgePage {
  const { article: explainedBy, check } = failureTable[code]
  const article = explainedBy === undefined ? undefined : known(articles, explainedBy)
  return {
    reference: code,
    title: zhCnFailures.errors[code].title,
    blocks: [...(article?.blocks ?? [])],
    ...(article === undefined ? {} : { article: linkTo(article) }),
    code: factsOf(code),
    ...(check === undefined ? {} : { check }),
    related: article?.related.map((other) => linkTo(known(articles, other))) ?? [],
    codes: [],
  }
}

function factsOf(code: ErrorCode): CodeFacts {
  const { severity, contact } = failureTable[code]
  const { cause, nextStep } = zhCnFailures.errors[code]
  const words = new Map<string, Readonly<Record<string, string>>>(Object.entries(zhCnFailures.words)).get(code) ?? {}
  return {
    ...{ severity, contact, cause, nextStep },
    reasons: Object.values(words),
    english: enFailures.errors[code],
    vendorErrors: vendorErrorsOf(code).map(({ name, value, meaning }) => ({ name, value, meaning })),
  }
}

function linkTo({ id, title }: Article): PageLink {
  return { reference: id, title }
}

function linkToCode(code: ErrorCode): PageLink {
  return { reference: code, title: zhCnFailures.errors[code].title }
}

function known(articles: Articles, id: ArticleId): Article {
  const article = articles.get(id)
  if (article === undefined) throw new Error(`the article ${id} is missing`)
  return article
}
