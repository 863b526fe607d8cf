import MiniSearch from 'minisearch'
import type { SearchHit } from '../../shared/ipc/models-knowledge.ts'
import { codeTerms } from './code-terms.ts'
import { isOfCode, isOfPlatform, type SearchDocument } from './documents.ts'
import { snippetFor } from './snippet.ts'
import { heardSounds, isHeard, typedSounds } from './sounds.ts'
import { isHan, termsOf } from './words.ts'

export interface Search {
  readonly find: (query: string) => readonly SearchHit[]
  /** Puts these documents of the platform in the place of those that there were. */
  readonly replacePlatform: (documents: readonly SearchDocument[]) => Promise<void>
}

type AnyReference = SearchDocument['reference']
type Known = ReadonlyMap<AnyReference, SearchDocument>

const hitsShown = 12

/** A hit that fits this much worse than the best is noise. */
const worthShowing = 0.1

/** By the phrases in search.test.ts: what people call a thing tells most, and a text mentions much besides. */
const weights = { codes: 8, keywords: 4, title: 3, sounds: 3.5, text: 0.7 } as const
type Field = keyof typeof weights
const fields = Object.keys(weights) as Field[] // Object.keys widens to string[]

/** How much a field is held against its length (BM25's b): a long list of keywords is care, not noise. */
const lengthCounts = 0.2

/** Somebody who describes what happens wants the steps; the page of a code has its own name to be found by. */
const weightOfCodes = 0.6

/** Of two that fit alike, the article has been checked by us. */
const weightOfPlatform = 0.9

/** Few at a time: the pinyin of all of them takes longer than a program may be deaf. */
const chunkSize = 4

/** Everything is in memory: a few hundred short documents, read once; those of the platform as often as they change. */
export async function createSearch(documents: readonly SearchDocument[]): Promise<Search> {
  const known = new Map(documents.map((document) => [document.reference, document]))
  const index = createIndex()
  await index.addAllAsync(documents, { chunkSize })
  return {
    find: (query) => find(query, index, known),
    replacePlatform: async (added) => {
      const old = [...known.values()].filter(isOfPlatform)
      for (const { reference } of old) known.delete(reference)
      index.removeAll(old)
      for (const document of added) known.set(document.reference, document)
      await index.addAllAsync(added, { chunkSize })
    },
  }
}

function createIndex(): MiniSearch<SearchDocument> {
  return new MiniSearch<SearchDocument>({
    fields,
    idField: 'reference',
    extractField: (document, field) => (field === 'reference' ? document.reference : termsIn(document, field as Field)),
    tokenize: (text) => text.split(between),
    processTerm: (term) => term,
  })
}

function find(query: string, index: MiniSearch<SearchDocument>, known: Known): readonly SearchHit[] {
  const found = index.search(query, {
    boost: weights,
    bm25: { k: 1.2, b: lengthCounts, d: 0.5 },
    tokenize: queryTerms,
    // A pair of characters is whole; a single one is the beginning of a word.
    prefix: (term) => (isHan(term) ? term.length === 1 : !isHeard(term) && term.length > 1),
    fuzzy: (term) => !isHan(term) && !isHeard(term) && /^[a-z]{5,}$/.test(term) && 0.2,
    boostDocument: (id) => weightOf(documentOf(known, id)),
  })
  const best = found[0]?.score ?? 0
  const shown = found.filter(({ score }) => score >= best * worthShowing).slice(0, hitsShown)
  return shown.map(({ id, queryTerms: terms }) => {
    const document = documentOf(known, id)
    return { reference: document.reference, title: document.title, snippet: snippetFor(document, query, terms) }
  })
}

function weightOf(document: SearchDocument): number {
  if (isOfPlatform(document)) return weightOfPlatform
  return isOfCode(document) ? weightOfCodes : 1
}

/** What is indexed is divided by us; no term holds it. */
const between = '\n'

function termsIn(document: SearchDocument, field: Field): string {
  // Said twice is not twice as true.
  return [...new Set(terms[field](document))].join(between)
}

const terms: Readonly<Record<Field, (document: SearchDocument) => readonly string[]>> = {
  codes: ({ codes }) => codes.flatMap(codeTerms),
  keywords: ({ keywords }) => keywords.flatMap(termsOf),
  title: ({ title }) => termsOf(title),
  sounds: ({ title, keywords }) => [title, ...keywords].flatMap((text) => [...typedSounds(text), ...heardSounds(text)]),
  text: ({ lines, hidden }) => [...lines, ...hidden].flatMap(termsOf),
}

function queryTerms(query: string): string[] {
  return [...termsOf(query), ...heardSounds(query)]
}

function documentOf(known: Known, id: unknown): SearchDocument {
  // Only references are indexed.
  const document = known.get(id as AnyReference)
  if (document === undefined) throw new Error(`${String(id)} was never indexed`)
  return document
}
