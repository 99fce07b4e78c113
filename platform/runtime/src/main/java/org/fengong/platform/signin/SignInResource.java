package org.fengong.platform.signin;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengong.platform.page.Language;
import org.fengong.platform.page.NoticePage;
import org.jboss.resteasy.reactive.RestQuery;

/** Signs a browser in to the pages, and out. */
@Path("/pages")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class SignInResource {
    /** Where the identity provider sends browsers back to; what happens there is Quarkus' part. */
    static final String RETURN_PATH = "/pages/signed-in";

    static final String SIGN_OUT_PATH = "/pages/sign-out";

    /** A page of this service: no other host, no dots, no second slash, no backslash. */
    private static final String PAGE = "/pages(/[A-Za-z0-9-]{1,64}){1,8}(\\?lang=[A-Za-z-]{2,35})?";

    private final Tickets tickets;
    private final PageSessions sessions;
    private final PageSessionCookie cookie;
    private final NoticePage notices;

    SignInResource(Tickets tickets, PageSessions sessions, PageSessionCookie cookie, NoticePage notices) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.cookie = cookie;
        this.notices = notices;
    }

    @GET
    @Path("/sign-in")
    @PermitAll
    @Operation(hidden = true)
    public Response signIn(
            @RestQuery @NotNull @Size(max = 3000) String ticket,
            @RestQuery @NotNull @Pattern(regexp = PAGE, message = "must be the path of a page") String to,
            @Context UriInfo uri) {
        var secret = sessions.open(tickets.verify(ticket));
        return Response.seeOther(URI.create(to))
                .cookie(cookie.holding(secret, isSecure(uri)))
                .build();
    }

    @GET
    @Path("/signed-in")
    @Authenticated
    @Operation(hidden = true)
    public Response signedIn(@Context UriInfo uri, @Context HttpHeaders headers) {
        var language = Language.of(null, headers.getAcceptableLanguages());
        return notices.answer("signed-in", null, null, language).toResponse();
    }

    /** Whoever is signed in by the provider is sent there to sign out, and does not come by here. */
    @GET
    @Path("/sign-out")
    @Authenticated
    @Operation(hidden = true)
    public Response signOut(@Context UriInfo uri, @Context HttpHeaders headers) {
        var held = headers.getCookies().get(cookie.name());
        if (held != null) {
            sessions.end(held.getValue());
        }
        var language = Language.of(null, headers.getAcceptableLanguages());
        return Response.fromResponse(
                        notices.answer("signed-out", null, null, language).toResponse())
                .cookie(cookie.none(isSecure(uri)))
                .build();
    }

    private static boolean isSecure(UriInfo uri) {
        return uri.getBaseUri().getScheme().equals("https");
    }
}
