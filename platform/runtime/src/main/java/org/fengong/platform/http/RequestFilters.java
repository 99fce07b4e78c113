package org.fengong.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import org.fengong.platform.paging.Page;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Correlation, ETags and page links of every REST answer. */
class RequestFilters {
    private final Correlation correlation;
    private final ObjectMapper mapper;

    RequestFilters(Correlation correlation, ObjectMapper mapper) {
        this.correlation = correlation;
        this.mapper = mapper;
    }

    @ServerRequestFilter(preMatching = true)
    void beginTrace(ContainerRequestContext request) {
        correlation.begin(request.getHeaderString("traceparent"));
    }

    /** Every answer is JSON unless the operation says otherwise. */
    @ServerRequestFilter
    void refuseWhatIsNotJson(ContainerRequestContext request, ResourceInfo resource) {
        if (!resource.getResourceMethod().isAnnotationPresent(Produces.class)
                && request.getAcceptableMediaTypes().stream()
                        .noneMatch(accepted -> accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw new NotAcceptableException();
        }
    }

    @ServerResponseFilter
    void answerHeaders(ContainerRequestContext request, ContainerResponseContext response, UriInfo uri)
            throws JsonProcessingException {
        response.getHeaders().putSingle("X-Trace-Id", correlation.traceId());
        var entity = response.getEntity();
        if (entity instanceof Versioned versioned && response.getStatus() < 300) {
            tag(request, response, versioned);
        } else if (entity instanceof Page<?> page && page.next() != null) {
            var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next());
            response.getHeaders().putSingle(HttpHeaders.LINK, "<" + next.build() + ">; rel=\"next\"");
        }
    }

    private void tag(ContainerRequestContext request, ContainerResponseContext response, Versioned versioned)
            throws JsonProcessingException {
        var body = mapper.writeValueAsString(versioned);
        var tag = EntityTags.of(versioned.version(), body.getBytes(StandardCharsets.UTF_8));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (request.getMethod().equals("GET") && tag.equals(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(body); // text is sent as it is: nothing is written as JSON twice
        }
    }
}
