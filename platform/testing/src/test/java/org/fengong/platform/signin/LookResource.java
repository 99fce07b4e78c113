package org.fengong.platform.signin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengong.platform.security.Caller;
import org.fengong.platform.security.Roles;

/** A page that tells who looks, and the same in the API. */
@Path("/pages/look")
@Produces(MediaType.TEXT_PLAIN)
public class LookResource {
    private final Caller caller;

    LookResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.LEAD, Roles.VIEWER})
    public String page() {
        return who(caller);
    }

    @POST
    @RolesAllowed({Roles.LEAD, Roles.VIEWER})
    public String change() {
        return who(caller);
    }

    @GET
    @Path("/for-admins")
    @RolesAllowed(Roles.ADMIN)
    public String forAdmins() {
        return who(caller);
    }

    @Path("/api/v1/look")
    @Produces(MediaType.TEXT_PLAIN)
    public static class Api {
        private final Caller caller;

        Api(Caller caller) {
            this.caller = caller;
        }

        @GET
        @RolesAllowed({Roles.LEAD, Roles.VIEWER})
        public String api() {
            return who(caller);
        }
    }

    private static String who(Caller caller) {
        return "%s, member %s, teams %s"
                .formatted(
                        caller.subject(),
                        caller.memberId().orElse(null),
                        caller.narrowedTo().stream()
                                .flatMap(Set::stream)
                                .map(Object::toString)
                                .collect(Collectors.joining(" ")));
    }
}
