package org.fengong.members.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {
    @Test
    void beginsAtEachWordOfAName() {
        assertThat(SearchTerms.of("Search-engine  Optimisation"))
                .containsExactly("search-engine optimisation", "engine optimisation", "optimisation");
    }

    @Test
    void beginsAtEachIdeographAndAtTheLatinWordBehindThem() {
        assertThat(SearchTerms.of("文案SEO")).containsExactly("文案seo", "案seo", "seo");
    }

    @Test
    void readsWideAndNarrowLettersAlike() {
        assertThat(SearchTerms.normal(" ＳＥＯ\t Copy ")).isEqualTo("seo copy");
    }

    @Test
    void keepsTheTwoHalvesOfARareIdeographTogether() {
        assertThat(SearchTerms.of("a𠀋")).containsExactly("a𠀋", "𠀋");
    }
}
