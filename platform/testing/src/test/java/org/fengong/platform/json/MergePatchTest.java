package org.fengong.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private final ObjectMapper mapper = new ObjectMapper();

    /** The cases of RFC 7396, appendix A, that have an object as target. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}         | {\"a\":\"c\"}             | {\"a\":\"c\"}",
                "{\"a\":\"b\"}         | {\"b\":\"c\"}             | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}         | {\"a\":null}              | {}",
                "{\"a\":\"b\",\"b\":1} | {\"a\":null}              | {\"b\":1}",
                "{\"a\":[\"b\"]}       | {\"a\":\"c\"}             | {\"a\":\"c\"}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"e\":null}          | {\"a\":1}                 | {\"e\":null,\"a\":1}",
                "{}                    | {\"a\":{\"bb\":{\"ccc\":null}}}  | {\"a\":{\"bb\":{}}}",
            })
    void mergesAsTheRfcSays(String target, String patch, String expected) throws Exception {
        assertThat(MergePatch.merge(mapper.readTree(target), mapper.readTree(patch)))
                .isEqualTo(mapper.readTree(expected));
    }
}
