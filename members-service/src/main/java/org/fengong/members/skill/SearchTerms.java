package org.fengong.members.skill;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words by which a skill is found. */
final class SearchTerms {
    /** Comes, byte by byte, after everything that may follow the beginning of a term. */
    static final String BEYOND = Character.toString(Character.MAX_CODE_POINT);

    private SearchTerms() {}

    /** One form for what reads alike: wide and narrow, large and small letters, any blanks. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** The name from each of its words on; Chinese has no blanks, there each ideograph may begin one. */
    static Stream<String> of(String name) {
        var text = normal(name);
        return IntStream.range(0, text.length())
                .filter(i -> i == 0 || beginsWord(text, i))
                .mapToObj(text::substring);
    }

    private static boolean beginsWord(String text, int i) {
        var letter = text.codePointAt(i);
        var before = text.codePointBefore(i);
        return Character.isIdeographic(letter)
                || (Character.isLetterOrDigit(letter)
                        && (!Character.isLetterOrDigit(before) || Character.isIdeographic(before)));
    }
}
