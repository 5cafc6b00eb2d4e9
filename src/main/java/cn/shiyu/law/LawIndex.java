package cn.shiyu.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * One city's laws by pairs of characters, BM25 over three fields (text, headings, name of the law), with terms of law brought in by
 * everyday words. In memory, rebuilt at each start from what is shipped; searching it takes no lock.
 */
final class LawIndex {

    /** What each field counts. {@link #PLAIN} is the baseline the figures compare with. */
    record Weights(float text, float heading, float name, float term) {
        static final Weights PLAIN = new Weights(1, 0, 0, 0);
        static final Weights TUNED = new Weights(1f, 0.4f, 0.2f, 1.5f);
    }

    private final Analyzer pairs = new CJKAnalyzer(CharArraySet.EMPTY_SET);
    private final List<LawHit> entries = new ArrayList<>();
    private final EverydayWords words;
    private final IndexSearcher searcher;

    LawIndex(List<Law> laws, EverydayWords words) {
        this.words = words;
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(pairs))) {
                for (Law law : laws) {
                    add(writer, law);
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(IndexWriter writer, Law law) throws IOException {
        for (LawVersion version : law.versions()) {
            for (Article article : version.articles()) {
                writer.addDocument(document(law, version, article));
                entries.add(new LawHit(law, version, article));
            }
        }
    }

    private Document document(Law law, LawVersion version, Article article) {
        Document document = new Document();
        document.add(new StoredField("entry", entries.size()));
        document.add(new TextField("text", article.text(), Field.Store.NO));
        document.add(new TextField("heading", article.heading(), Field.Store.NO));
        document.add(new TextField("name", law.name(), Field.Store.NO));
        document.add(new StringField("law", law.id(), Field.Store.NO));
        document.add(new StringField("level", law.level().name(), Field.Store.NO));
        document.add(new LongPoint("from", version.effective().toEpochDay()));
        document.add(new LongPoint("until", version.ended() == null ? Long.MAX_VALUE : version.ended().toEpochDay()));
        return document;
    }

    List<LawHit> find(String question, LawFilter filter, int most, Weights weights) {
        try {
            List<LawHit> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query(question, filter, weights), most).scoreDocs) {
                Number entry = searcher.storedFields().document(hit.doc).getField("entry").numericValue();
                found.add(entries.get(entry.intValue()));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(String question, LawFilter filter, Weights weights) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        String told = weights.term() > 0 ? words.withoutNoise(question) : question;
        for (String pair : pairs(told)) {
            weighted(any, new TermQuery(new Term("text", pair)), weights.text());
            weighted(any, new TermQuery(new Term("heading", pair)), weights.heading());
            weighted(any, new TermQuery(new Term("name", pair)), weights.name());
        }
        for (String term : weights.term() > 0 ? words.termsFor(question) : List.<String>of()) {
            weighted(any, phrase("text", term), weights.term() * weights.text());
            weighted(any, phrase("heading", term), weights.term() * weights.heading());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        limits(filter).forEach(limit -> all.add(limit, Occur.FILTER));
        return all.build();
    }

    private static void weighted(BooleanQuery.Builder any, Query query, float weight) {
        if (weight > 0) {
            any.add(new BoostQuery(query, weight), Occur.SHOULD);
        }
    }

    private Query phrase(String field, String term) throws IOException {
        return new PhraseQuery(field, pairs(term).toArray(String[]::new));
    }

    private static List<Query> limits(LawFilter filter) {
        long day = filter.day().toEpochDay();
        List<Query> limits = new ArrayList<>();
        limits.add(LongPoint.newRangeQuery("from", Long.MIN_VALUE, day));
        limits.add(LongPoint.newRangeQuery("until", day + 1, Long.MAX_VALUE));
        if (filter.level() != null) {
            limits.add(new TermQuery(new Term("level", filter.level().name())));
        }
        if (filter.law() != null) {
            limits.add(new TermQuery(new Term("law", filter.law())));
        }
        return limits;
    }

    private List<String> pairs(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (TokenStream tokens = pairs.tokenStream("text", text)) {
            CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(token.toString());
            }
            tokens.end();
        }
        return found;
    }
}
