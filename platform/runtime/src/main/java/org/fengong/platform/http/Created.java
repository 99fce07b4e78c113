package org.fengong.platform.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a request that has made something: below the address that was asked, by its id. */
public final class Created {
    private Created() {}

    /** 201: it is there. */
    public static <T> RestResponse<T> at(UriInfo uri, UUID id, T entity) {
        return answer(RestResponse.Status.CREATED, uri, id, entity);
    }

    /** 202: it is there, and what is to come of it is on its way. */
    public static <T> RestResponse<T> acceptedAt(UriInfo uri, UUID id, T entity) {
        return answer(RestResponse.Status.ACCEPTED, uri, id, entity);
    }

    private static <T> RestResponse<T> answer(RestResponse.Status status, UriInfo uri, UUID id, T entity) {
        return RestResponse.ResponseBuilder.<T>create(status)
                .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(entity)
                .build();
    }
}
