package org.fengong.platform.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Style and script of a page, within it so that it can be kept and sent as one file, and the policy that allows these
 * alone: no other style or script, nothing from elsewhere.
 *
 * @param style of all pages, then the page's own
 * @param script null for a page that needs none
 */
public record PageAssets(String style, String script) {
    private static final String STYLE = "page.css";

    /** Of a page without anything of its own. */
    static PageAssets shared() {
        return new PageAssets(read(PageAssets.class, STYLE), null);
    }

    /** Of the page whose class this is, in the file {@value #STYLE} beside it. */
    public static PageAssets of(Class<?> page) {
        return new PageAssets(read(PageAssets.class, STYLE) + read(page, STYLE), null);
    }

    /** With a script in a file beside the page's class; it may ask this service, and nobody else. */
    public PageAssets withScript(Class<?> page, String file) {
        return new PageAssets(style, read(page, file));
    }

    public RestResponse<String> answer(String html, Language language) {
        return RestResponse.ResponseBuilder.ok(html)
                .header("Content-Security-Policy", contentSecurityPolicy())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private String contentSecurityPolicy() {
        return "default-src 'none'; style-src '%s'; %sbase-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(
                        hash(style),
                        script == null ? "" : "script-src '%s'; connect-src 'self'; ".formatted(hash(script)));
    }

    private static String read(Class<?> beside, String name) {
        try (var file = beside.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
