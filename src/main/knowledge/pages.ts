import { errorCodes, type ErrorCode } from '../../shared/error-codes.ts'
import type { FailureTexts } from '../../shared/failures/failure-text.ts'
import { enFailures } from '../../shared/failures/en/failure-texts.ts'
import { failureTable } from '../../shared/failures/failure-table.ts'
import { vendorErrorsOf } from '../../shared/failures/vendor-errors.ts'
import { zhCnFailures } from '../../shared/failures/zh-CN/failure-texts.ts'
import type { CodeFacts, KnowledgePage, PageLink, SearchHit, Topic } from '../../shared/ipc/models-knowledge.ts'
import type { ArticleId } from '../../shared/knowledge/article-ids.ts'
import type { Language } from '../../shared/language.ts'
import { isErrorCode, isReference, type Reference } from '../../shared/knowledge/reference.ts'
import { topicNames } from '../../shared/knowledge/topics.ts'
import type { Article, Articles } from './article.ts'

const failures: Readonly<Record<Language, FailureTexts>> = { 'zh-CN': zhCnFailures, en: enFailures }

/** An article as it is, or a code's page, put together from the table of codes and the article that explains it. */
export function pageOf(articles: Articles, reference: Reference, language: Language): KnowledgePage {
  if (isErrorCode(reference)) return codePage(articles, reference, language)
  const { id, title, blocks, check, related } = known(articles, reference)
  return {
    reference: id,
    title,
    blocks: [...blocks],
    ...(check === undefined ? {} : { check }),
    related: related.map((other) => linkTo(known(articles, other))),
    codes: errorCodes.filter((code) => failureTable[code].article === id).map((code) => linkToCode(code, language)),
  }
}

export function topicsOf(articles: Articles): Topic[] {
  const all = [...articles.values()]
  return topicNames.map((name) => ({ name, articles: all.filter(({ topic }) => topic === name).map(linkTo) }))
}

function codePage(articles: Articles, code: ErrorCode, language: Language): KnowledgePage {
  const { article: explainedBy, check } = failureTable[code]
  const article = explainedBy === undefined ? undefined : known(articles, explainedBy)
  return {
    reference: code,
    title: failures[language].errors[code].title,
    blocks: [...(article?.blocks ?? [])],
    ...(article === undefined ? {} : { article: linkTo(article) }),
    code: factsOf(code, language),
    ...(check === undefined ? {} : { check }),
    related: article?.related.map((other) => linkTo(known(articles, other))) ?? [],
    codes: [],
  }
}

function factsOf(code: ErrorCode, language: Language): CodeFacts {
  const { severity, contact } = failureTable[code]
  const { errors, words } = failures[language]
  const { cause, nextStep } = errors[code]
  const ofCode = new Map<string, Readonly<Record<string, string>>>(Object.entries(words)).get(code) ?? {}
  const isChinese = language === 'zh-CN'
  return {
    ...{ severity, contact, cause, nextStep },
    reasons: Object.values(ofCode),
    // Whoever reads Chinese may have to tell it to somebody who does not.
    ...(isChinese ? { english: enFailures.errors[code] } : {}),
    vendorErrors: vendorErrorsOf(code).map(({ name, value, meaning }) => ({
      ...{ name, value },
      // What a vendor's value means is written down in Chinese only.
      ...(isChinese ? { meaning } : {}),
    })),
  }
}

/** Whatever the search has found: a code is named and explained in the language of the program. */
export function inLanguage(hit: SearchHit, language: Language): SearchHit {
  const { reference } = hit
  if (language === 'zh-CN' || !isReference(reference) || !isErrorCode(reference)) return hit
  const { title, cause } = failures[language].errors[reference]
  return { reference, title, snippet: cause }
}

function linkTo({ id, title }: Article): PageLink {
  return { reference: id, title }
}

function linkToCode(code: ErrorCode, language: Language): PageLink {
  return { reference: code, title: failures[language].errors[code].title }
}

function known(articles: Articles, id: ArticleId): Article {
  const article = articles.get(id)
  if (article === undefined) throw new Error(`the article ${id} is missing`)
  return article
}
